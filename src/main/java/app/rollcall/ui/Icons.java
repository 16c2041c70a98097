package app.rollcall.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.Locale;

/** The pictures of the product, 16 px, drawn in the colour of the text around them. Each is a symbol in {@code icons.svg}. */
public enum Icons {
    ACTIVITY,
    ARROW_UP,
    BARRED,
    BIN,
    BOOKMARK,
    CALENDAR,
    CALENDAR_TICK,
    CHART,
    CHEVRON_DOWN,
    CHEVRON_RIGHT,
    CIRCLE_DASHED,
    CIRCLE_STARTED,
    CLOCK,
    COLUMNS,
    COURSE,
    CROSS,
    CURRICULUM,
    DOT,
    DOWNLOAD,
    ENVELOPE,
    ENVELOPE_CROSSED,
    ENVELOPE_OPEN,
    EYE,
    FILE,
    FILTER,
    FLAG,
    GLOBE,
    HISTORY,
    HOME,
    INFO,
    INVITE,
    KEYBOARD,
    LINES,
    LINK,
    LOG,
    MASK,
    MEDAL,
    MENU,
    MINUS,
    MOON,
    MORE,
    OCTAGON,
    OFFLINE,
    ORGANISATION,
    PAUSE,
    PEN,
    PEOPLE,
    PERSON,
    PIN,
    PLAY,
    PLUS,
    PRODUCT,
    QUIZ,
    RESET,
    SCREEN,
    SEARCH,
    SETTINGS,
    SIGN_OUT,
    SUN,
    SWAP,
    TAG,
    TICK,
    TICK_DISC,
    TRIANGLE,
    UNDO,
    UPLOAD;

    static final String SPRITE = OurFiles.address("icons.svg");

    /** A picture without meaning of its own: the words beside it say the same, so it is hidden from a screen reader. */
    public SvgIcon create() {
        SvgIcon icon = new SvgIcon(SPRITE, symbol());
        icon.addClassName("i");
        if (pointsAlongTheLine()) {
            icon.addClassName("onward");
        }
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** Whether it turns round where one reads from right to left. */
    private boolean pointsAlongTheLine() {
        return switch (this) {
            case CHEVRON_RIGHT, LINES, SIGN_OUT, UNDO -> true;
            default -> false;
        };
    }

    static Icons of(String symbol) {
        return valueOf(symbol.toUpperCase(Locale.ROOT));
    }

    String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }
}
