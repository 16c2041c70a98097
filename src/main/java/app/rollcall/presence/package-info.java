/**
 * Who is where now: the people who have the same thing open see each other. Whoever comes or leaves is announced; whoever
 * only falls silent, with their browser or their node, is forgotten after a while, by PostgreSQL's clock.
 */
@NullMarked
package app.rollcall.presence;

import org.jspecify.annotations.NullMarked;
