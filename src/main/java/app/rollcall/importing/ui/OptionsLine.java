package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.Matching;
import app.rollcall.importing.Options;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What holds for every row that does not say otherwise itself, summed up in a line, and the way to change it. */
final class OptionsLine extends Span {

    private final Span sum = new Span();
    private transient Options shown = Options.DEFAULT;

    OptionsLine(Function<Options, Mono<Void>> choose) {
        setId("options");
        addClassNames("row", "options-line");
        sum.setId("options-sum");
        sum.addClassNames("t2", "xs");
        Button change = new Button(getTranslation("invite.change"));
        change.setId("change-options");
        change.setAriaLabel(getTranslation("invite.options.change"));
        change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        change.addClassName("link");
        change.addClickListener(_ -> new OptionsDialog(shown, choose).open());
        add(sum, change);
        setVisible(false);
    }

    void update(Import now) {
        shown = now.options();
        sum.setText(sum(shown));
        setVisible(true);
    }

    private String sum(Options options) {
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation(
                "invite.options.sum." + options.invitations().name().toLowerCase(Locale.ROOT)));
        parts.add(getTranslation(options.required() ? "invite.options.sum.required" : "invite.options.sum.optional"));
        parts.add(
                options.dueOn() == null
                        ? getTranslation("invite.options.sum.no_due")
                        : getTranslation(
                                "invite.options.sum.due",
                                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                        .withLocale(getLocale())
                                        .format(options.dueOn())));
        if (options.invitations() != Options.Invitations.NONE) {
            if (options.message() != null) {
                parts.add(getTranslation("invite.options.sum.message"));
            }
            if (options.expiresDays() != null) {
                parts.add(getTranslation("invite.options.sum.expires", options.expiresDays()));
            }
        }
        parts.addAll(matching(options.matching()));
        return String.join(" · ", parts);
    }

    private List<String> matching(Matching matching) {
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation("invite.options.sum.by", MatchByField.told(this, matching.by())));
        parts.add(getTranslation(
                "invite.options.sum.mode." + matching.mode().name().toLowerCase(Locale.ROOT)));
        if (matching.blankErases()) {
            parts.add(getTranslation("invite.options.sum.erases"));
        }
        if (matching.overwriteEdited()) {
            parts.add(getTranslation("invite.options.sum.overwrites"));
        }
        return parts;
    }
}
