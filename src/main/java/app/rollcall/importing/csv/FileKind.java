package app.rollcall.importing.csv;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Refuses what is no CSV by what is in it, whatever its name says. */
final class FileKind {

    private static final Pattern JSON = Pattern.compile("\\[\\s*[\\[{\\]\"\\d].*|\\{\\s*[\"}].*", Pattern.DOTALL);
    private static final Pattern HTML =
            Pattern.compile("<(!doctype\\s+html|html|head|body|table|div|meta)\\b.*", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("<[?!a-z].*", Pattern.DOTALL);

    private FileKind() {}

    /** By the first bytes. */
    static void refuseBinary(byte[] sample) {
        String head = new String(sample, 0, Math.min(sample.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
            String names = new String(sample, StandardCharsets.ISO_8859_1);
            throw names.contains("[Content_Types].xml") || names.contains("xl/")
                    ? new Unreadable(FileRefusal.EXCEL_WORKBOOK)
                    : new Unreadable(FileRefusal.COMPRESSED, "ZIP");
        }
        if (head.equals("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            throw new Unreadable(FileRefusal.EXCEL_WORKBOOK);
        }
        refuse(head.startsWith("\u001F\u008B"), FileRefusal.COMPRESSED, "GZIP");
        refuse(head.startsWith("7z\u00BC\u00AF"), FileRefusal.COMPRESSED, "7-Zip");
        refuse(head.startsWith("Rar!\u001A"), FileRefusal.COMPRESSED, "RAR");
        refuse(head.startsWith("%PDF"), FileRefusal.NOT_CSV, "PDF");
        refuse(head.startsWith("\u0089PNG"), FileRefusal.NOT_CSV, "PNG");
        refuse(head.startsWith("\u00FF\u00D8\u00FF"), FileRefusal.NOT_CSV, "JPEG");
        refuse(head.startsWith("GIF8"), FileRefusal.NOT_CSV, "GIF");
    }

    /** By the first characters, once the charset is known. */
    static void refuseMarkup(String sample) {
        String text = sample.stripLeading();
        String head = text.substring(0, Math.min(text.length(), 200)).toLowerCase(Locale.ROOT);
        refuse(HTML.matcher(head).matches(), FileRefusal.NOT_CSV, "HTML");
        refuse(XML.matcher(head).matches(), FileRefusal.NOT_CSV, "XML");
        refuse(JSON.matcher(head).matches(), FileRefusal.NOT_CSV, "JSON");
        // A form feed is a blank that some programs pad cells with.
        long controls =
                sample.chars().filter(c -> c < ' ' && "\t\r\n\f".indexOf(c) < 0).count();
        if (controls * 10 > sample.length()) {
            throw new Unreadable(FileRefusal.NOT_TEXT);
        }
    }

    private static void refuse(boolean is, FileRefusal refusal, String kind) {
        if (is) {
            throw new Unreadable(refusal, kind);
        }
    }
}
