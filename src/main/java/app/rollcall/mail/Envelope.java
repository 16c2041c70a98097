package app.rollcall.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/**
 * Makes the message that goes over the wire. Names and subjects lose their control characters, so that nothing of theirs
 * begins a header; an address is an {@link app.rollcall.security.EmailAddress}, which holds none.
 */
final class Envelope {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String from;
    private final String replyTo;
    private final String unsubscribe;
    private final Clock clock;

    Envelope(MailProperties properties, BaseUrl baseUrl, Clock clock) {
        from = properties.from().isBlank()
                ? "no-reply@" + URI.create(baseUrl.value()).getHost()
                : properties.from();
        replyTo = properties.replyTo();
        unsubscribe = properties.unsubscribe().isBlank()
                ? "mailto:" + address(from) + "?subject=unsubscribe"
                : properties.unsubscribe();
        this.clock = clock;
    }

    OurMessage around(Letter letter, Session session) throws MessagingException {
        OurMessage message = new OurMessage(session, messageId(letter.messageKey()));
        message.setFrom(new InternetAddress(from));
        if (!replyTo.isBlank()) {
            message.setReplyTo(InternetAddress.parse(replyTo));
        }
        message.setRecipient(Message.RecipientType.TO, addressee(letter));
        message.setSubject(oneLine(letter.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.necessary()) {
            message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
        }
        if (letter.html() == null) {
            message.setText(letter.text(), UTF_8);
        } else {
            message.setContent(
                    new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        }
        message.saveChanges();
        return message;
    }

    String messageId(UUID key) {
        String sender = address(from);
        return "<" + key + sender.substring(sender.lastIndexOf('@')) + ">";
    }

    private static InternetAddress addressee(Letter letter) throws MessagingException {
        try {
            return new InternetAddress(letter.to().value(), oneLine(letter.toName()), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
    }

    private static MimeBodyPart part(String body, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(body, UTF_8, subtype);
        return part;
    }

    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String address(String sender) {
        int open = sender.lastIndexOf('<');
        return open < 0
                ? sender.strip()
                : sender.substring(open + 1, sender.lastIndexOf('>')).strip();
    }
}
