/** The screens of the directory. A view is wiring; the grid, the menu and the words are classes of their own. */
@NullMarked
package app.rollcall.learner.ui;

import org.jspecify.annotations.NullMarked;
