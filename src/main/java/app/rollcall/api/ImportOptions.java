package app.rollcall.api;

import app.rollcall.importing.Matching;
import app.rollcall.importing.OnError;
import app.rollcall.importing.Options;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all rows of an import, as {@link OptionsReader} reads it and every answer repeats it.
 *
 * @param matchBy the names that people are looked for by, in order: email, employee_id, external_id, username
 * @param mode insert, update, upsert or fill
 * @param invitations now, later or none
 * @param requirement required or optional
 * @param dueOn the last day, in the organisation's zone
 * @param onError block or skip_rows
 */
record ImportOptions(
        @ArraySchema(schema = @Schema(allowableValues = {"email", "employee_id", "external_id", "username"}))
        @JsonProperty("match_by")
        List<String> matchBy,

        @Schema(allowableValues = {"insert", "update", "upsert", "fill"})
        String mode,

        @JsonProperty("blank_erases") boolean blankErases,
        @JsonProperty("overwrite_edited") boolean overwriteEdited,
        @Schema(allowableValues = {"now", "later", "none"}) String invitations,
        @Schema(allowableValues = {"required", "optional"}) String requirement,
        @JsonProperty("due_on") @Nullable LocalDate dueOn,
        @Nullable String message,
        @JsonProperty("expires_days") @Nullable Integer expiresDays,

        @Schema(allowableValues = {"block", "skip_rows"}) @JsonProperty("on_error")
        String onError) {

    ImportOptions {
        matchBy = List.copyOf(matchBy);
    }

    static ImportOptions of(Options options, OnError onError) {
        Matching matching = options.matching();
        return new ImportOptions(
                matching.by().stream().map(Matching.Key::code).toList(),
                word(matching.mode()),
                matching.blankErases(),
                matching.overwriteEdited(),
                word(options.invitations()),
                options.required() ? "required" : "optional",
                options.dueOn(),
                options.message(),
                options.expiresDays(),
                word(onError));
    }

    /** A constant as it is written in the API. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
