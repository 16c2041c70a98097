package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.ui.Chip;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.StatusBadge;
import app.rollcall.ui.TableKeys;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import java.text.NumberFormat;
import java.time.Clock;

/** The table of learners: seven columns and a menu on a desk, one column on a phone; of the pending, what there is of them. */
final class LearnerGrid extends Grid<LearnerRow> {

    private static final int PAGE = 50;
    private static final int NARROW = 860;
    private static final int LESS = 1040;
    private static final int MIDDLE = 1100;

    private final transient Clock clock;
    private final transient Touched touched;
    private final Column<LearnerRow> one;
    private final Column<LearnerRow> name;
    private final Column<LearnerRow> email;
    private final Column<LearnerRow> categories;
    private final Column<LearnerRow> courses;
    private final Column<LearnerRow> products;
    private final Column<LearnerRow> login;
    private final Column<LearnerRow> status;
    private final transient PendingColumns pending;
    private boolean ofPending;
    private int width = MIDDLE + 1;

    /**
     * @param reminder makes what sends a pending row's reminder (EG-06)
     * @param menu makes the row's menu (OM-14)
     */
    LearnerGrid(
            LazyItems<LearnerRow> items,
            Clock clock,
            Touched touched,
            ValueProvider<LearnerRow, Component> reminder,
            ValueProvider<LearnerRow, Component> menu) {
        this.clock = clock;
        this.touched = touched;
        setId("learners");
        TableKeys.on(this);
        addClassName("learners");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        setSizeFull();
        one = addComponentColumn(row -> LearnerCard.of(this, row, who(row), moments()))
                .setHeader(Unseen.words(getTranslation("learner.column.name")))
                .setFlexGrow(1)
                .setAutoWidth(false);
        name = addComponentColumn(this::name)
                .setHeader(getTranslation("learner.column.name"))
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(3)
                .setWidth("14.5rem");
        email = addComponentColumn(this::email)
                .setHeader(getTranslation("learner.column.email"))
                .setKey("email")
                .setSortProperty("email")
                .setFlexGrow(3)
                .setWidth("14.5rem");
        categories = addComponentColumn(row -> Chip.row(row.categories().stream()
                        .map(tag -> new Chip(tag.name(), tag.hue()))
                        .toList()))
                .setHeader(getTranslation("learner.column.categories"))
                .setKey("categories")
                .setSortable(false)
                .setFlexGrow(3)
                .setWidth("12.25rem");
        courses = number("courses", LearnerRow::courses);
        products = number("products", LearnerRow::products);
        login = addComponentColumn(this::login)
                .setHeader(getTranslation("learner.column.login"))
                .setKey("login")
                .setSortProperty("login")
                .setFlexGrow(0)
                .setWidth("8.5rem");
        login.setHeaderPartName("apart").setPartNameGenerator(_ -> "apart");
        status = addComponentColumn(this::status)
                .setHeader(getTranslation("learner.column.status"))
                .setKey("status")
                .setSortable(false)
                .setFlexGrow(0)
                .setWidth("11.75rem");
        pending = new PendingColumns(this, this::moments, reminder);
        addComponentColumn(menu)
                .setHeader(Unseen.words(getTranslation("learner.column.menu")))
                .setKey("menu")
                .setFlexGrow(0)
                .setWidth("3.5rem")
                .setTextAlign(ColumnTextAlign.END);
        setPartNameGenerator(this::parts);
        setDataProvider(items);
        Sorting.show(this, LearnerOrder.NAME);
        fit(width);
    }

    /** Whether the rows are those of the pending alone (EG-06): what they cannot have yet gives way. */
    void ofPending(boolean only) {
        if (ofPending != only) {
            ofPending = only;
            name.setHeader(getTranslation(only ? "learner.column.email" : "learner.column.name"));
            email.setHeader(getTranslation(only ? "learner.column.invited" : "learner.column.email"))
                    .setSortable(!only);
            fit(width);
        }
    }

    /** Which columns a screen of this width has room for. */
    void fit(int now) {
        width = now;
        boolean phone = width <= ScreenWidth.PHONE;
        one.setVisible(phone);
        name.setVisible(!phone);
        status.setVisible(!phone);
        email.setVisible(!phone && (!ofPending || width > LESS));
        login.setVisible(!ofPending && width > NARROW);
        categories.setVisible(!ofPending && width > LESS);
        courses.setVisible(!ofPending && width > MIDDLE);
        products.setVisible(!ofPending && width > MIDDLE);
        pending.show(ofPending && width > NARROW, ofPending && !phone);
        setClassName("phone", phone);
    }

    private Column<LearnerRow> number(String key, SerializableFunction<LearnerRow, Integer> value) {
        return addComponentColumn(row -> row.pending() ? none() : figure(value.apply(row)))
                .setHeader(getTranslation("learner.column." + key))
                .setKey(key)
                .setSortable(false)
                .setFlexGrow(0)
                .setWidth("5.25rem")
                .setTextAlign(ColumnTextAlign.END);
    }

    private Component name(LearnerRow row) {
        Span cell = span(avatar(row, PersonAvatar.Size.M), LearnerCard.name(row));
        cell.getElement().setAttribute("data-learner", String.valueOf(row.id().value()));
        return cell;
    }

    static PersonAvatar avatar(LearnerRow row, PersonAvatar.Size size) {
        return row.pending() ? PersonAvatar.pending(row.email(), size) : PersonAvatar.of(row.name(), size);
    }

    /** The address stands for a pending learner's name already; here it says who invited, and when. */
    private Component email(LearnerRow row) {
        if (!row.pending()) {
            Span email = span(row.email(), "t2", "cut");
            email.setTitle(row.email());
            return email;
        }
        Span invited = span(InvitationWords.invited(this, row, moments()), "t2", "cut");
        invited.setTitle(InvitationWords.asked(this, row, moments()));
        return invited;
    }

    private Component login(LearnerRow row) {
        if (row.pending()) {
            return none();
        }
        if (row.lastLogin() == null) {
            return span(getTranslation("learner.login.never"), "t2");
        }
        Moments moments = moments();
        Span login = span(moments.tell(row.lastLogin()), "t2");
        login.setTitle(moments.exact(row.lastLogin()));
        return login;
    }

    private Component status(LearnerRow row) {
        StatusBadge badge = LearnerBadges.of(this, row);
        if (row.invited() != null) {
            badge.setTitle(InvitationWords.standing(this, row.invited(), moments()));
        }
        return span(badge, who(row));
    }

    /** Who changed the row a moment ago; the space is always kept, so that nothing moves when the face goes. */
    private Component who(LearnerRow row) {
        String by = touched.by(row.id());
        return by == null ? span("", "who-space") : PersonAvatar.of(by, PersonAvatar.Size.S);
    }

    private String parts(LearnerRow row) {
        boolean glows = touched.glows(row.id());
        boolean muted = row.status() == LearnerStatus.PAUSED || row.status() == LearnerStatus.DISABLED;
        return glows ? "glow" : muted ? "muted" : "";
    }

    private Moments moments() {
        return Moments.of(this, clock.instant());
    }

    private Component figure(int number) {
        return span(NumberFormat.getIntegerInstance(getLocale()).format(number), "num");
    }

    private Component none() {
        Span none = span("–", "t3");
        none.getElement().setAttribute("aria-label", getTranslation("learner.none"));
        return none;
    }

    private static Span span(String text, String... classes) {
        Span span = new Span(text);
        span.addClassNames(classes);
        return span;
    }

    private static Span span(Component... parts) {
        Span span = new Span(parts);
        span.addClassName("row");
        return span;
    }
}
