package app.rollcall.job;

/** A run's hold on a job, and what there is to do. */
record Claim(Fence fence, String kind, String step, int claims) {

    boolean hopeless() {
        return claims > Jobs.CLAIMS_WITHOUT_PROGRESS;
    }
}
