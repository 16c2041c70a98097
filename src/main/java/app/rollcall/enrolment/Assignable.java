package app.rollcall.enrolment;

import app.rollcall.security.PersonId;

/**
 * Somebody who can be given a course.
 *
 * @param name the profile's name, or the address while there is none
 */
public record Assignable(PersonId id, String name, String email, boolean pending) {}
