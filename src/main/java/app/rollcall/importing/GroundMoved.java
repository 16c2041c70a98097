package app.rollcall.importing;

import app.rollcall.live.JobProgress;
import java.util.OptionalLong;

/** The reason kept with a list that came back from its confirmation: rows are judged otherwise than they were shown. */
public final class GroundMoved {

    private static final String CODE = "ground_moved\u001f";

    private GroundMoved() {}

    static String coded(long rows) {
        return CODE + rows;
    }

    /** How many rows turned, when that is why the list is here again. */
    public static OptionalLong rows(JobProgress job) {
        String reason = job.reason();
        return reason != null && reason.startsWith(CODE)
                ? OptionalLong.of(Long.parseLong(reason.substring(CODE.length())))
                : OptionalLong.empty();
    }
}
