/** Who else is here, in the header of a screen. */
@NullMarked
package app.rollcall.presence.ui;

import org.jspecify.annotations.NullMarked;
