package app.rollcall.ui;

import com.vaadin.flow.component.HasElement;

/**
 * A screen that is put aside, not taken down, when somebody goes elsewhere in the same window: when they come back it is there as
 * they left it. While it is aside it is invisible and follows nothing ({@link OnScreen}). There is one for each window, so it is
 * UI-scoped.
 */
public interface Kept extends HasElement {}
