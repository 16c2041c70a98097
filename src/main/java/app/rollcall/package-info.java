/** The application and nothing else: every feature has a room of its own below. */
@NullMarked
package app.rollcall;

import org.jspecify.annotations.NullMarked;
