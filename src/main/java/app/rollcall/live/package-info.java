/**
 * What happens reaches every open screen from here. A door publishes inside its transaction; PostgreSQL delivers on
 * commit, to every node; nothing is seen that was rolled back, and nothing committed is missed for longer than a poll.
 */
@NullMarked
package app.rollcall.live;

import org.jspecify.annotations.NullMarked;
