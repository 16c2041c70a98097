/** A made-up organisation to try Rollcall with: loaded at the first start without a database of one's own, and never elsewhere. */
@NullMarked
package app.rollcall.trial;

import org.jspecify.annotations.NullMarked;
