/** One run of one person through one course: whether it binds, how far it has come, and the words for that. */
@NullMarked
package app.rollcall.enrolment;

import org.jspecify.annotations.NullMarked;
