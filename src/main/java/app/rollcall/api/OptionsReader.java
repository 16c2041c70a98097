package app.rollcall.api;

import app.rollcall.importing.Beforehand;
import app.rollcall.importing.Matching;
import app.rollcall.importing.OnError;
import app.rollcall.importing.Options;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the part {@code options} of an import that begins. What is not said is as on the screens. */
final class OptionsReader {

    /** The two kinds of requirement, as the API names them. */
    private enum Requirement {
        OPTIONAL,
        REQUIRED
    }

    private OptionsReader() {}

    /** Fails with {@link ApiRefusal}, which tells of every field that is wrong. */
    static Beforehand read(JsonMapper json, @Nullable String text) {
        JsonFields fields = JsonFields.of(json, text);
        Matching otherwise = Matching.DEFAULT;
        Matching matching = new Matching(
                fields.words("match_by", Matching.Key.class, otherwise.by()),
                fields.word("mode", Matching.Mode.class).orElse(otherwise.mode()),
                fields.flag("blank_erases", otherwise.blankErases()),
                fields.flag("overwrite_edited", otherwise.overwriteEdited()));
        Integer days = fields.number("expires_days").orElse(null);
        if (days != null && (days < 1 || days > Options.DAYS)) {
            fields.refuse("expires_days", "days", Options.DAYS);
            days = null;
        }
        Options options = new Options(
                fields.word("invitations", Options.Invitations.class).orElse(Options.DEFAULT.invitations()),
                fields.word("requirement", Requirement.class).orElse(Requirement.OPTIONAL) == Requirement.REQUIRED,
                fields.day("due_on").orElse(null),
                fields.text("message", Options.MESSAGE).orElse(null),
                days,
                matching);
        Beforehand decided = new Beforehand(
                options, fields.word("on_error", OnError.class).orElse(OnError.BLOCK), fields.flag("validate", true));
        fields.done();
        return decided;
    }
}
