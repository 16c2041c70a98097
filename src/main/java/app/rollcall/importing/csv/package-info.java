/**
 * From a stream of bytes to staged rows: what the file is, how it is written, which column means what, and what is wrong with each row,
 * without ever holding more than one record of it. Nothing here knows a database.
 */
@NullMarked
package app.rollcall.importing.csv;

import org.jspecify.annotations.NullMarked;
