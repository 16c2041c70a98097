/**
 * The kit that every feature's screens are built of: the frame, the parts with the look, and the crossings between reactive
 * code and the screen, which is blocking and locked. Nothing here knows a feature.
 */
@NullMarked
package app.rollcall.ui;

import org.jspecify.annotations.NullMarked;
