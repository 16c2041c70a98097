package app.rollcall.job;

import org.jspecify.annotations.Nullable;

/**
 * Where the held job stands: how far its cursor is and what is counted so far.
 *
 * @param createdBy who started it; null when that person is gone, which stops no job (rule R11)
 * @param through the program by which they did, or null
 */
public record Standing(
        long total,
        long done,
        long failed,
        long cursor,
        @Nullable Long createdBy,
        @Nullable Long through) {}
