package app.rollcall.api;

import app.rollcall.importing.RowMark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a list as a client carries it from one page to the next. */
final class RowCursor {

    private static final Pattern FORM = Pattern.compile("(-?\\d{1,10})_(-?\\d{1,10})");

    private RowCursor() {}

    static String of(RowMark mark) {
        return mark.group() + "_" + mark.row();
    }

    /** None is the beginning. Fails with {@link ApiRefusal}. */
    static RowMark read(@Nullable String cursor) {
        if (cursor == null) {
            return RowMark.START;
        }
        Matcher parts = FORM.matcher(cursor);
        try {
            if (parts.matches()) {
                return new RowMark(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            }
        } catch (NumberFormatException e) {
            throw ApiRefusal.wrong("cursor", "cursor");
        }
        throw ApiRefusal.wrong("cursor", "cursor");
    }
}
