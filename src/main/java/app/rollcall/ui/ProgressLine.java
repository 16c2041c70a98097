package app.rollcall.ui;

import com.vaadin.flow.component.progressbar.ProgressBar;

/** A bar of what is committed; 4 px, or 8 px where a job has a page of its own. */
public final class ProgressLine extends ProgressBar {

    /** @param name what progresses, for those who do not see the bar */
    public ProgressLine(String name) {
        addClassName("pb");
        getElement().setAttribute("aria-label", name);
    }

    /** The 8 px form. */
    public ProgressLine big() {
        addClassName("big");
        return this;
    }

    /**
     * Moves the bar.
     *
     * @param share 0 to 1
     * @param tone accent, done, blue, amber or quiet: a class of {@code parts.css}
     */
    public void show(double share, String tone) {
        setValue(Math.clamp(share, 0d, 1d));
        for (String other : new String[] {"accent", "done", "blue", "amber", "quiet"}) {
            setClassName(other, other.equals(tone));
        }
    }
}
