package app.rollcall.bench;

import java.util.Locale;

/** What a figure should be at most. Missing it is told, and is no failure: what is slow is not wrong. */
record Goal(String text, double limit, Of of) {

    /** Which of a figure's values is held against the limit. */
    enum Of {
        RATIO,
        MEDIAN,
        P95,
        MAX
    }

    static Goal ratio(double most) {
        return new Goal("ratio <= " + most, most, Of.RATIO);
    }

    static Goal median(double most, String unit) {
        return new Goal("median <= " + plain(most) + " " + unit, most, Of.MEDIAN);
    }

    static Goal p95(double most, String unit) {
        return new Goal("p95 <= " + plain(most) + " " + unit, most, Of.P95);
    }

    static Goal max(double most, String unit) {
        return new Goal("max <= " + plain(most) + " " + unit, most, Of.MAX);
    }

    double reached(Figure figure) {
        return switch (of) {
            case RATIO -> figure.ratio();
            case MEDIAN -> figure.ours().median();
            case P95 -> figure.ours().quantile(0.95);
            case MAX -> figure.ours().max();
        };
    }

    boolean metBy(Figure figure) {
        return reached(figure) <= limit;
    }

    String verdict(Figure figure) {
        double reached = reached(figure);
        return metBy(figure)
                ? text + ": met"
                : String.format(Locale.ROOT, "%s: **missed by %.0f %%**", text, (reached / limit - 1) * 100);
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? "%,.0f".formatted(limit) : "" + limit;
    }
}
