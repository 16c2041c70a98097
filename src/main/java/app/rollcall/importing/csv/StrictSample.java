package app.rollcall.importing.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * The sample file whose headings a strict import must have, to the letter and all of them, even those that are not used. Their
 * order does not matter, nor do the columns that our own result files add. A session is not enrolled in by an import: that column is among the ignored ones.
 */
public final class StrictSample {

    public static final List<String> HEADINGS =
            List.of("Email ID", "Employee ID", "Due Date", "Requirement", "Session ID", "Message");

    private StrictSample() {}

    /** The file to download: UTF-8 with a byte-order mark, CRLF, two example rows. */
    public static byte[] csv() {
        return CsvText.file(List.of(
                HEADINGS,
                List.of("anna.berg@example.org", "00042", "2026-12-31", "required", "", "Welcome to the team"),
                List.of("bram.devries@example.org", "E-1043", "2027-03-31", "optional", "", "")));
    }

    static void refuseOthers(String[] headings) {
        List<String> missing = new ArrayList<>(HEADINGS);
        List<String> extra = new ArrayList<>();
        for (String heading : headings) {
            if (!missing.remove(heading) && !Headings.helper(heading)) {
                extra.add(heading);
            }
        }
        List<String> different = new ArrayList<>();
        for (String heading : List.copyOf(extra)) {
            String meant = meant(heading, missing);
            if (!meant.isEmpty()) {
                different.add("“" + Text.shown(heading.strip(), 20) + "” (" + meant + ")");
                extra.remove(heading);
                missing.remove(meant);
            }
        }
        if (!missing.isEmpty() || !extra.isEmpty() || !different.isEmpty()) {
            throw new Unreadable(FileRefusal.HEADINGS_NOT_SAMPLE, listed(missing), listed(extra), listed(different));
        }
    }

    /** The missing heading that this one is a variant or a misspelling of, or an empty text. */
    private static String meant(String heading, List<String> missing) {
        String plain = Headings.plain(heading);
        String alike = Near.miss(plain, missing.stream().map(Headings::plain).toList());
        return missing.stream()
                .filter(sample -> Headings.plain(sample).equals(plain)
                        || Headings.plain(sample).equals(alike)
                        || Headings.meant(sample) != null && Headings.meant(sample) == Headings.meant(heading))
                .findFirst()
                .orElse("");
    }

    private static String listed(List<String> headings) {
        List<String> shown = headings.stream()
                .map(heading -> heading.isBlank() ? "“ ”" : heading)
                .toList();
        return shown.isEmpty() ? "–" : Text.list(shown);
    }
}
