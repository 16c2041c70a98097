package app.rollcall.importing;

import java.time.Instant;

/**
 * An import that brought the same file before.
 *
 * @param fileName what the file was called then
 * @param at when it was brought
 */
public record FormerImport(ImportId id, String fileName, Instant at) {}
