/** The screens of what is taught. */
@NullMarked
package app.rollcall.course.ui;

import org.jspecify.annotations.NullMarked;
