/**
 * The door as people see it: the sign-in and set-up pages, and the servlet side of security (filter chains, headers,
 * sessions). {@link app.rollcall.security.ui.Crossing} is the only place where one of its threads waits for the database.
 */
@NullMarked
package app.rollcall.security.ui;

import org.jspecify.annotations.NullMarked;
