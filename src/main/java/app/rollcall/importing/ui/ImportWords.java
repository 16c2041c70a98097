package app.rollcall.importing.ui;

import app.rollcall.importing.CannotConfirm;
import app.rollcall.importing.FileRefused;
import app.rollcall.importing.Finding;
import app.rollcall.importing.Item;
import app.rollcall.importing.NotInList;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.Source;
import app.rollcall.importing.TooLarge;
import app.rollcall.importing.csv.Unreadable;
import app.rollcall.live.JobProgress;
import app.rollcall.security.Refused;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences of an import. What is wrong says what, where and how to mend it. */
final class ImportWords {

    private static final double MEGABYTE = 1024d * 1024;

    private ImportWords() {}

    /** @param line 0 for a row that was typed in, as in the finding's detail for the line of another one */
    static String finding(Component words, int line, Finding finding) {
        String value = Objects.requireNonNullElse(finding.value(), "");
        return words.getTranslation(
                "importing.problem." + finding.reason() + ("0".equals(finding.detail()) ? ".typed" : ""),
                line,
                Objects.requireNonNullElse(finding.column(), ""),
                finding.reason().equals("edited_kept") ? ChangeWords.fields(words, value) : value,
                Objects.requireNonNullElse(finding.detail(), ""));
    }

    static String refused(Component words, @Nullable String reason) {
        if (reason == null) {
            return words.getTranslation("invite.failed");
        }
        FileRefused refused = FileRefused.of(reason);
        return words.getTranslation(
                "importing.refused." + refused.code(), refused.arguments().toArray());
    }

    static String refused(Component words, Unreadable refused) {
        return words.getTranslation(
                "importing.refused." + refused.refusal().code(),
                refused.arguments().toArray());
    }

    static String uploadFailed(Component words, Exception failure) {
        return switch (failure) {
            case TooLarge _ -> words.getTranslation("invite.upload.too_large");
            case Refused _ -> words.getTranslation("invite.refused");
            case NotInList _ -> words.getTranslation("invite.not_in_list");
            default -> words.getTranslation("invite.upload.broken");
        };
    }

    static Optional<String> failed(Component words, Throwable failure) {
        return switch (failure) {
            case CannotConfirm cannot ->
                Optional.of(words.getTranslation(
                        "invite.cannot." + cannot.reason().name().toLowerCase(Locale.ROOT)));
            case NotInList _ -> Optional.of(words.getTranslation("invite.not_in_list"));
            case TooLarge _ -> Optional.of(words.getTranslation("invite.upload.too_large"));
            case Refused _ -> Optional.of(words.getTranslation("invite.refused"));
            default -> Optional.empty();
        };
    }

    static String kind(Component words, String itemType) {
        return switch (itemType) {
            case "course" -> words.getTranslation("invite.kind.course");
            case "product" -> words.getTranslation("invite.kind.product");
            case "" -> words.getTranslation("invite.kind.none");
            default -> itemType;
        };
    }

    /** A course or product to choose: its title, with its ID and kind under it. */
    static Component item(Component words, Item item) {
        Span under = new Span(new Span(kind(words, item.type()) + " · "), cut(item.code(), "mono"));
        under.addClassNames("t2", "xs", "row", "item-kind");
        Span both = new Span(cut(item.title(), "m"), under);
        both.addClassNames("col", "item-choice");
        both.getElement().setAttribute("data-item", item.code());
        return both;
    }

    /** What a row's ID means. */
    static String title(Component words, ReviewRow row) {
        if (row.itemTitle() != null) {
            return row.itemTitle();
        }
        return row.itemId().isEmpty() ? "" : words.getTranslation("invite.name.none");
    }

    /** The same after the check, which knows what kind there is none of. */
    static String checkedTitle(Component words, ReviewRow row) {
        boolean none = row.itemTitle() == null && !row.itemId().isEmpty();
        return none && (row.itemType().equals("course") || row.itemType().equals("product"))
                ? words.getTranslation("invite.name.none." + row.itemType())
                : title(words, row);
    }

    static String from(Component words, ReviewRow row) {
        return row.line() == 0 ? words.getTranslation("invite.typed") : words.getTranslation("invite.line", row.line());
    }

    static String name(Component words, Source source) {
        return switch (source.kind()) {
            case TYPED -> words.getTranslation("invite.typed");
            case PASTED -> words.getTranslation("invite.pasted");
            case FILE -> source.fileName();
        };
    }

    /** A file with how it was read, as far as it is. */
    static String source(Component words, Source source) {
        String dialect = dialect(words, source);
        return name(words, source) + (dialect.isEmpty() ? "" : ", " + dialect);
    }

    static String dialect(Component words, Source source) {
        if (source.charset() == null || source.delimiter() == null) {
            return "";
        }
        String delimiter = switch (source.delimiter()) {
            case "," -> "comma";
            case ";" -> "semicolon";
            case "\t" -> "tab";
            default -> "pipe";
        };
        return words.getTranslation(
                "invite.dialect", source.charset(), words.getTranslation("invite.delimiter." + delimiter));
    }

    /** The headings of a file that nothing was read from (case 48). */
    static Span ignored(Component words, Source source) {
        Span ignored = cut(words.getTranslation("invite.ignored", source.ignored()), "amber-text");
        ignored.addClassName("xs");
        return ignored;
    }

    /** A text that is cut where the room ends; all of it is in the tooltip. */
    static Span cut(String text, String className) {
        Span span = new Span(text);
        span.addClassNames(className, "cut");
        span.setTitle(text);
        return span;
    }

    /** A reason is read, not looked at: it takes a second line before it is cut. */
    static Span whole(Span reason) {
        reason.removeClassName("cut");
        reason.addClassName("reason");
        return reason;
    }

    static String megabytes(Component words, long done, long total) {
        return words.getTranslation("invite.megabytes", done / MEGABYTE, total / MEGABYTE);
    }

    static String pace(Component words, JobProgress job) {
        return job.rate()
                .map(rate -> words.getTranslation(
                        "invite.pace",
                        Math.round(rate),
                        job.left().map(left -> left(words, left)).orElse("")))
                .orElse("");
    }

    private static String left(Component words, Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90
                ? words.getTranslation("invite.left.seconds", seconds)
                : words.getTranslation("invite.left.minutes", Math.round(seconds / 60d));
    }
}
