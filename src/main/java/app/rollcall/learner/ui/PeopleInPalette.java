package app.rollcall.learner.ui;

import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.learner.StatusFilter;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Icons;
import app.rollcall.ui.PaletteItem;
import app.rollcall.ui.PaletteSource;
import app.rollcall.ui.PersonAvatar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** Learners in the palette, for who may list them: to the record, or for whoever has none yet to their row. */
@org.springframework.stereotype.Component
@Order(10)
class PeopleInPalette implements PaletteSource {

    private static final String GROUP = "learner.palette";
    private static final int MOST = 6;

    /** One letter finds half of everybody and would read them for nothing. */
    private static final int SHORTEST = 2;

    private final Directory directory;
    private final CurrentActor current;

    PeopleInPalette(Directory directory, CurrentActor current) {
        this.directory = directory;
        this.current = current;
    }

    @Override
    public Mono<Supplier<List<PaletteItem>>> find(Component words, String text) {
        Actor actor = current.get();
        LearnerFilter filter = new LearnerFilter(text, StatusFilter.ALL);
        if (!actor.may(Permission.LIST_LEARNERS) || filter.search().length() < SHORTEST) {
            return Mono.empty();
        }
        return directory.page(actor, filter, LearnerOrder.NAME, 0, MOST + 1).map(rows -> () -> {
            List<PaletteItem> items = new ArrayList<>(
                    rows.stream().limit(MOST).map(row -> person(words, row)).toList());
            if (rows.size() > MOST) {
                items.add(all(words, filter));
            }
            return items;
        });
    }

    private static PaletteItem person(Component words, LearnerRow row) {
        return new PaletteItem(
                GROUP,
                "learner-" + row.id().value(),
                () -> new PersonAvatar(LearnerCells.face(row, PersonAvatar.Size.M)),
                row.name(),
                detail(words, row),
                List.of(),
                () -> {
                    if (row.pending()) {
                        show(new LearnerFilter(row.email(), StatusFilter.PENDING));
                    } else {
                        UI.getCurrent().navigate(RecordUrl.path(row.id()));
                    }
                });
    }

    private static String detail(Component words, LearnerRow row) {
        return row.pending()
                ? words.getTranslation("learner.palette.pending")
                : row.status() == LearnerStatus.PAUSED
                        ? words.getTranslation("learner.palette.paused", row.email())
                        : row.email();
    }

    private static PaletteItem all(Component words, LearnerFilter filter) {
        return new PaletteItem(
                GROUP,
                "learners-found",
                Icons.SEARCH::create,
                words.getTranslation("learner.palette.all", filter.search()),
                "",
                List.of(),
                () -> show(filter));
    }

    private static void show(LearnerFilter filter) {
        Location directory = new Location(DirectoryUrl.of(filter, LearnerOrder.NAME));
        UI.getCurrent().navigate(directory.getPath(), directory.getQueryParameters());
    }
}
