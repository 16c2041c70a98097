/** The learner's own side: what somebody learns, told to nobody but them. */
@NullMarked
package app.rollcall.learning;

import org.jspecify.annotations.NullMarked;
