/**
 * From a file to learners: read and staged, checked, shown, confirmed, applied chunk by chunk, reported. The file and every
 * row live in the database from the first moment, so that a closed browser or a killed process loses nothing.
 */
@NullMarked
package app.rollcall.importing;

import org.jspecify.annotations.NullMarked;
