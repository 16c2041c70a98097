package app.rollcall.importing;

import java.util.UUID;

/**
 * A file or paste on its way into a list.
 *
 * @param source its number in the list
 * @param token tells it from one that had the number before and was given up
 */
record Upload(ImportId list, int source, UUID token) {}
