package app.rollcall.presence;

import app.rollcall.security.PersonId;

/**
 * Somebody who is at a place.
 *
 * @param name the address of who has no name
 */
public record Present(PersonId id, String name) {}
