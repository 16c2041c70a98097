package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.HashSet;
import java.util.Set;

/** The job that a screen shows, so that its end is not told there once more in passing. */
public final class JobOnScreen {

    private long job;

    public JobOnScreen(Component screen) {
        OnScreen.during(screen, ui -> {
            shown(ui).add(this);
            return () -> shown(ui).remove(this);
        });
    }

    /** From now on it is this one; 0 for none. */
    public void show(long id) {
        job = id;
    }

    /** Whether the job is to be seen in this window. */
    public static boolean shows(UI ui, long id) {
        return shown(ui).stream().anyMatch(screen -> screen.job == id);
    }

    private static Set<JobOnScreen> shown(UI ui) {
        Shown shown = ComponentUtil.getData(ui, Shown.class);
        if (shown == null) {
            shown = new Shown(new HashSet<>());
            ComponentUtil.setData(ui, Shown.class, shown);
        }
        return shown.screens();
    }

    private record Shown(Set<JobOnScreen> screens) {}
}
