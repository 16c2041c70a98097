package app.rollcall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps its Message-ID, and remembers whether all of it went out: then the server may have it, whatever it says or does not say. */
final class OurMessage extends MimeMessage {

    private final String messageId;
    private volatile boolean written;

    OurMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    boolean written() {
        return written;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        super.writeTo(out, ignoreList);
        written = true;
    }
}
