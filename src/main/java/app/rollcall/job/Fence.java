package app.rollcall.job;

/**
 * The right of one run to write for its job (rules R2, R3). The number rises at every take-up; a commit that carries an old
 * one changes nothing, so a worker that was thought dead may wake up without harm.
 */
public record Fence(JobId job, int run) {}
