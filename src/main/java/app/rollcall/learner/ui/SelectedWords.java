package app.rollcall.learner.ui;

import app.rollcall.bulk.BulkAction;
import app.rollcall.bulk.BulkDone;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.LearnerStatus;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sentences about the selected and what is done to them. */
final class SelectedWords {

    private final Component words;

    SelectedWords(Component words) {
        this.words = words;
    }

    String say(String key, Object... values) {
        return words.getTranslation(key, values);
    }

    /** Whom an action leaves alone, and why; that it fits nobody; empty when it fits all. */
    String rest(BulkAction action, List<LearnerRow> selected) {
        if (selected.stream().noneMatch(action::fits)) {
            return say("bulk." + action.code() + ".none");
        }
        List<String> parts = new ArrayList<>();
        switch (action) {
            case PAUSE -> {
                count(parts, "paused", selected, row -> row.status() == LearnerStatus.PAUSED);
                count(parts, "pending", selected, LearnerRow::pending);
            }
            case UNPAUSE -> {
                count(parts, "active", selected, row -> row.status() == LearnerStatus.ACTIVE);
                count(parts, "pending", selected, LearnerRow::pending);
            }
            case REMOVE_INVITATION -> {
                count(parts, "account", selected, row -> !row.pending());
                count(parts, "uninvited", selected, row -> row.pending() && row.invited() == null);
            }
        }
        return parts.isEmpty() ? "" : say("bulk.rest", listed(parts));
    }

    private void count(List<String> parts, String what, List<LearnerRow> selected, Predicate<LearnerRow> which) {
        long count = selected.stream().filter(which).count();
        if (count > 0) {
            parts.add(say("bulk.rest." + what, count));
        }
    }

    /** What others did to the selected. */
    String drift(Collection<Selected.Drift> drifted) {
        Map<Selected.What, Long> counts = drifted.stream()
                .collect(Collectors.groupingBy(Selected.Drift::what, TreeMap::new, Collectors.counting()));
        return say(
                "bulk.drift",
                drifted.size(),
                listed(counts.entrySet().stream()
                        .map(count -> say("bulk.drift." + count.getKey().code(), count.getValue()))
                        .toList()));
    }

    /** Whom it was about, by name. */
    String names(Collection<Selected.Drift> drifted) {
        return listed(drifted.stream().map(Selected.Drift::name).toList());
    }

    /** The true numbers: to how many it was done, and how many were not so any more. */
    String done(BulkDone done) {
        String sentence =
                say("bulk." + done.action().code() + ".done", done.changed().size());
        return done.left() == 0 ? sentence : say("bulk.done.left", sentence, done.left());
    }

    private String listed(List<String> parts) {
        return String.join(say("bulk.comma") + " ", parts);
    }
}
