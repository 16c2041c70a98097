/**
 * What was done, by whom, on whose behalf: one line per deed, written in the deed's own transaction and never changed. Knows
 * nobody: people and things are plain ids, so that every room may record here.
 */
@NullMarked
package app.rollcall.audit;

import org.jspecify.annotations.NullMarked;
