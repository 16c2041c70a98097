package app.rollcall.api;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of an answer, out of the same bundles as those of the screens. A program is told everything in English. */
final class Sentences {

    private Sentences() {}

    static String say(String key, Object... arguments) {
        return new MessageFormat(bundle(key).getString(key), Locale.ENGLISH).format(arguments);
    }

    /** The sentence of a typed code, or the code itself where there is none. */
    static String sayOr(String code, String key, Object... arguments) {
        try {
            return say(key, arguments);
        } catch (MissingResourceException none) {
            return code;
        }
    }

    private static ResourceBundle bundle(String key) {
        return ResourceBundle.getBundle(
                "texts/" + key.substring(0, key.indexOf('.')),
                Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
