/**
 * The way in for programs: HTTP and JSON under /api/v1. A program is a client with a token and scopes; it acts as the person
 * who made it, through the same doors as the screens, and may never do more than that person may at that moment.
 */
@NullMarked
package app.rollcall.api;

import org.jspecify.annotations.NullMarked;
