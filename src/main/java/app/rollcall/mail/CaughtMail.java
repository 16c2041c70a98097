package app.rollcall.mail;

import java.time.Instant;

/** A mail that a trial caught instead of sending it. */
public record CaughtMail(
        long id, String kind, String recipient, String name, String subject, String text, Instant at) {}
