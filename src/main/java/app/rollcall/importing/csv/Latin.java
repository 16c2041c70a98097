package app.rollcall.importing.csv;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Set;

/**
 * Windows-1252 or a refusal. ICU alone cannot tell: on lists of names it takes Czech, Turkish and Japanese for Latin-1 with more confidence
 * than it has in French. So what the bytes would say in Windows-1252 must look like Western names, too.
 */
final class Latin {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Set<String> FAMILY = Set.of("ISO-8859-1", "windows-1252");
    private static final String MARKS = "’‘‚“”„–—…«»·°ºª´€§©®™\u00A0\u00AD";
    private static final int LONGEST_RUN = 3;
    private static final int SURE = 20;

    private Latin() {}

    static Charset detect(byte[] sample) {
        CharsetMatch[] matches = new CharsetDetector().setText(sample).detectAll();
        String western = new String(sample, WINDOWS_1252);
        CharsetMatch best = matches.length == 0 ? null : matches[0];
        if (looksWestern(western)) {
            refuseMixture(western, "øØ", "ìÌ", "windows-1250");
            refuseMixture(western, "þÞðÐ", "çÇ", "windows-1254");
            boolean rival = best != null
                    && best.getConfidence() >= SURE
                    && !FAMILY.contains(best.getName())
                    && !decoded(sample, best).equals(western);
            if (!rival) {
                return WINDOWS_1252;
            }
        }
        for (CharsetMatch match : matches) {
            if (match.getConfidence() >= SURE
                    && !FAMILY.contains(match.getName())
                    && !decoded(sample, match).isEmpty()) {
                throw new Unreadable(FileRefusal.ENCODING_UNSURE, match.getName());
            }
        }
        throw new Unreadable(FileRefusal.ENCODING_UNKNOWN);
    }

    private static boolean looksWestern(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 0x80 && Character.isLetter(c) && c != 'ƒ' && c != 'ª' && c != 'º';
            if (c >= 0x80 && !letter && MARKS.indexOf(c) < 0) {
                return false;
            }
            run = letter ? run + 1 : 0;
            if (run > LONGEST_RUN) {
                return false;
            }
        }
        return true;
    }

    /** Letters no Western language has together, but which stand for common ones elsewhere: Dvoøák and Zdenìk were Dvořák and Zdeněk. */
    private static void refuseMixture(String text, String some, String others, String charset) {
        if (anyOf(text, some) && anyOf(text, others)) {
            throw new Unreadable(FileRefusal.ENCODING_UNSURE, charset);
        }
    }

    private static boolean anyOf(String text, String letters) {
        return letters.chars().anyMatch(c -> text.indexOf(c) >= 0);
    }

    private static String decoded(byte[] sample, CharsetMatch match) {
        return Charset.isSupported(match.getName()) ? new String(sample, Charset.forName(match.getName())) : "";
    }
}
