package app.rollcall.ui;

import java.util.List;

/** A screen that says where it is. Without it, the header shows the screen's title alone. */
public interface Crumbs {

    /** Words from the widest to the screen itself, which comes last: Management, Members, Learners. */
    List<String> crumbs();
}
