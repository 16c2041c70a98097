package app.rollcall.mail;

import app.rollcall.security.EmailAddress;
import app.rollcall.security.PersonId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A claimed row of the outbox, before it is written out. */
record Waiting(
        long id,
        MailKind kind,
        PersonId person,
        EmailAddress to,
        String firstName,
        String lastName,
        String organisation,
        Locale locale,
        ZoneId zone,
        Map<String, String> variables,
        Instant createdAt,
        UUID messageKey) {}
