/** The directory and the record: who learns here, where each stands, and what an admin may do about it. */
@NullMarked
package app.rollcall.learner;

import org.jspecify.annotations.NullMarked;
