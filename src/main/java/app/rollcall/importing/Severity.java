package app.rollcall.importing;

import java.util.Locale;

/** How much a finding weighs: a warning lets the row pass, an error does not (OM-49). */
public enum Severity {
    WARNING,
    ERROR;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Severity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
