/**
 * One action for several learners: whom it is for, what it fits, and what came of it. The rooms' own doors do the work, in sets; this
 * room only chooses among them.
 */
@NullMarked
package app.rollcall.bulk;

import org.jspecify.annotations.NullMarked;
