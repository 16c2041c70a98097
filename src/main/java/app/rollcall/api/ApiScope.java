package app.rollcall.api;

import java.util.Arrays;
import java.util.Locale;

/** What a client may be made for; its person's rights are asked besides. */
public enum ApiScope {
    /** See imports, their rows and how they get on. */
    IMPORTS_READ,
    /** Bring files, confirm, cancel. */
    IMPORTS_WRITE;

    /** As the database, the documentation and Spring Security's authority write it: {@code imports:read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static ApiScope of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No scope is called " + code));
    }
}
