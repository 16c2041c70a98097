package app.rollcall.importing;

/**
 * A value that would be right, certain enough for one click.
 *
 * @param column the cell it belongs into, by its heading
 * @param alike rows of the list that the same fix would mend, this one included
 */
public record Fix(String column, String value, long alike) {}
