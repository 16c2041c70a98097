/**
 * Where the data lives: an embedded PostgreSQL in a folder of its own unless an outside server is named, and the
 * connections to it, pooled for ordinary work and dedicated for LISTEN and COPY.
 */
@NullMarked
package app.rollcall.database;

import org.jspecify.annotations.NullMarked;
