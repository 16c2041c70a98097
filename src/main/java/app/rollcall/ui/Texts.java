package app.rollcall.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All words a person reads, out of one bundle a room: the key {@code learner.pause} is looked up in {@code texts/learner}. The
 * bundle without a language is English and stands in for what a translation lacks. Values are {@link MessageFormat} patterns,
 * with or without arguments, so an apostrophe is always doubled.
 *
 * <p>A missing key is shown as it is and logged once.
 */
@Component
public final class Texts implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final transient Map<Place, MessageFormat> formats = new ConcurrentHashMap<>();
    private final transient Set<String> missing = ConcurrentHashMap.newKeySet();

    private record Place(String key, Locale locale) {}

    @Override
    public List<Locale> getProvidedLocales() {
        return Languages.spoken();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        // A MessageFormat is not thread-safe, and parsing one costs more than copying it.
        MessageFormat format = formats.computeIfAbsent(new Place(key, locale), this::read);
        return ((MessageFormat) format.clone()).format(Languages.rightToLeft(locale) ? isolated(arguments) : arguments);
    }

    /** Whether there are words for a key. */
    public boolean has(String key, Locale locale) {
        try {
            return bundle(key, locale).containsKey(key);
        } catch (MissingResourceException none) {
            return false;
        }
    }

    /** Names and addresses keep their own direction, and do not draw the digits and brackets beside them into it. */
    private static Object[] isolated(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String text && !text.isEmpty()
                        ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                        : argument)
                .toArray();
    }

    private MessageFormat read(Place place) {
        if (has(place.key(), place.locale())) {
            return new MessageFormat(bundle(place.key(), place.locale()).getString(place.key()), place.locale());
        }
        if (missing.add(place.key())) {
            LOG.warn("No words for the key {}", place.key());
        }
        return new MessageFormat("'" + place.key().replace("'", "''") + "'", place.locale());
    }

    private static ResourceBundle bundle(String key, Locale locale) {
        int dot = key.indexOf('.');
        return ResourceBundle.getBundle(
                "texts/" + (dot < 0 ? key : key.substring(0, dot)),
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
