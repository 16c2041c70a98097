package app.rollcall.product.ui;

import app.rollcall.product.LearnerProduct;
import app.rollcall.product.Product;
import app.rollcall.product.ProductAccess;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.ui.EnrollDialog;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.TakeAway;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The products of one learner on their record: search, Direct Enroll, and taking one away (OM-20, OM-60). */
public final class LearnerProductsPanel extends Div {

    private final transient ProductAccess access;
    private final transient Actor actor;
    private final transient PersonId learner;
    private final transient Clock clock;
    private final String name;
    private final LazyItems<LearnerProduct> items;
    private final Grid<LearnerProduct> grid = new Grid<>();
    private final SearchField search;
    private final Button enroll = new Button();
    private volatile String text = "";

    /**
     * @param name of the learner, for what is said in passing
     * @param searched told what is searched for, when somebody changes it
     */
    public LearnerProductsPanel(
            ProductAccess access, Actor actor, PersonId learner, String name, Clock clock, Consumer<String> searched) {
        this.access = access;
        this.actor = actor;
        this.learner = learner;
        this.name = name;
        this.clock = clock;
        setId("products-panel");
        addClassName("record-panel");
        items = new LazyItems<>(
                row -> row.product().id(),
                (offset, limit, _) -> access.page(actor, learner, text, offset, limit),
                () -> access.count(actor, learner, text));
        search = new SearchField(getTranslation("product.search"));
        search.setId("product-search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                text = change.getValue().strip();
                reread();
                searched.accept(text);
            }
        });
        Div bar = new Div(search);
        bar.addClassName("bar");
        if (actor.may(Permission.MANAGE_USERS)) {
            enroll.setText(getTranslation("ui.enroll"));
            enroll.addClickListener(_ -> enroll());
            enroll.setId("direct-enroll");
            enroll.addThemeVariants(ButtonVariant.PRIMARY);
            Div right = new Div(enroll);
            right.addClassName("right");
            bar.add(right);
        }
        add(bar, grid());
    }

    private Grid<LearnerProduct> grid() {
        grid.setId("learner-products");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.setEmptyStateText(getTranslation("product.of_learner.none"));
        grid.addComponentColumn(LearnerProductsPanel::title)
                .setHeader(getTranslation("product.column.title"))
                .setFlexGrow(3)
                .setWidth("12rem");
        var kind = grid.addComponentColumn(row ->
                        said(getTranslation("product.kind." + row.product().kind())))
                .setHeader(getTranslation("product.column.kind"))
                .setFlexGrow(1)
                .setWidth("8rem");
        var since = grid.addComponentColumn(row -> day(row.grantedAt()))
                .setHeader(getTranslation("product.column.since"))
                .setFlexGrow(0)
                .setWidth("8rem");
        var by = grid.addComponentColumn(row -> said(row.grantedBy() == null ? "–" : row.grantedBy()))
                .setHeader(getTranslation("product.column.by"))
                .setFlexGrow(1)
                .setWidth("9rem");
        grid.addComponentColumn(row -> day(row.expiresAt()))
                .setHeader(getTranslation("product.column.expires"))
                .setFlexGrow(0)
                .setWidth("8rem");
        if (actor.may(Permission.MANAGE_USERS)) {
            grid.addComponentColumn(this::remove)
                    .setHeader(Unseen.words(getTranslation("product.column.remove")))
                    .setKey("remove")
                    .setFlexGrow(0)
                    .setWidth("4.5rem");
        }
        grid.setDataProvider(items);
        ScreenWidth.follow(this, width -> {
            kind.setVisible(width > ScreenWidth.PHONE);
            since.setVisible(width > ScreenWidth.PHONE);
            by.setVisible(width > ScreenWidth.PHONE);
        });
        return grid;
    }

    /** Shows what a URL asks for. */
    public void show(String searched) {
        text = searched;
        search.setValue(searched);
        reread();
    }

    /** Whether Direct Enroll is offered: the disabled are given nothing. */
    public void offer(boolean given) {
        enroll.setVisible(given);
    }

    /** Reads again what is on the screen. */
    public void reread() {
        items.refreshAll();
    }

    private static Component title(LearnerProduct row) {
        Span name = new Span(row.product().title());
        name.addClassNames("nm", "cut");
        Span code = new Span(row.product().code());
        code.addClassNames("t2", "mono", "xs");
        Span cell = new Span(Icons.PRODUCT.create(), name, code);
        cell.addClassName("row");
        cell.getElement().setAttribute("data-product", row.product().code());
        return cell;
    }

    private Component day(@Nullable Instant at) {
        if (at == null) {
            return said(getTranslation("product.never"));
        }
        Moments moments = Moments.of(this, clock.instant());
        Span day = said(moments.day(at));
        day.setTitle(moments.exact(at));
        return day;
    }

    private static Span said(String text) {
        Span said = new Span(text);
        said.addClassNames("t2", "cut");
        return said;
    }

    private Component remove(LearnerProduct row) {
        Button button = TakeAway.button(
                getTranslation("product.take", row.product().title()),
                row.product().code());
        button.addClickListener(_ -> take(row.product(), button));
        return button;
    }

    private void enroll() {
        new EnrollDialog<Product>(
                        name,
                        new SearchedItems<>(
                                Product::id,
                                (typed, offset, limit) -> access.grantable(actor, learner, typed, offset, limit),
                                typed -> access.grantableCount(actor, learner, typed)),
                        product -> EnrollDialog.line(Icons.PRODUCT, product.title(), product.code()),
                        null,
                        chosen -> access.grant(
                                actor, learner, chosen.stream().map(Product::id).toList()),
                        got -> {
                            Notices.done(getTranslation("product.granted", name, got));
                            reread();
                        },
                        this::failed)
                .open();
    }

    private void take(Product product, Button button) {
        new TakeAway(this, this::reread, this::failed)
                .run(
                        button,
                        access.take(actor, learner, product.id()),
                        taken -> access.giveBack(actor, taken).then(),
                        getTranslation("product.taken", name, product.title()),
                        getTranslation("product.gone_already", name, product.title()));
    }

    private Optional<String> failed(Throwable failure) {
        return failure instanceof Refused ? Optional.of(getTranslation("product.refused")) : Optional.empty();
    }
}
