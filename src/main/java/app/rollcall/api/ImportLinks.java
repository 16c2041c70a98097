package app.rollcall.api;

import app.rollcall.importing.Import;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Where to go from an import. What cannot be done now has no link. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLinks(
        String self,
        String rows,
        String events,
        @Nullable String confirm,
        @Nullable String pause,
        @Nullable String resume,
        @Nullable String cancel) {

    static ImportLinks of(Import found, String root) {
        String self = root + ImportRoutes.IMPORTS + "/" + found.id().value();
        JobState state = found.job().state();
        boolean review = state == JobState.REVIEW;
        return new ImportLinks(
                self,
                self + "/rows",
                self + "/events",
                review && found.step() == Step.CHECKING ? self + "/confirm" : null,
                state == JobState.QUEUED || state == JobState.RUNNING ? self + "/pause" : null,
                state == JobState.PAUSED || state == JobState.NEEDS_ATTENTION ? self + "/resume" : null,
                state.ended() ? null : self + "/cancel");
    }
}
