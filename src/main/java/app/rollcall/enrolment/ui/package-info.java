/** The screens of who has a course, and of giving it to people. */
@NullMarked
package app.rollcall.enrolment.ui;

import org.jspecify.annotations.NullMarked;
