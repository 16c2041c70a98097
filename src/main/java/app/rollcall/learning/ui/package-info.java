/** The screens of the learner's own side. */
@NullMarked
package app.rollcall.learning.ui;

import org.jspecify.annotations.NullMarked;
