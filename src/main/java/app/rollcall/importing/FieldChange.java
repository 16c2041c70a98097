package app.rollcall.importing;

/**
 * What a row would change of a person.
 *
 * @param field by its heading: {@code last_name}
 * @param before, after empty for nothing
 * @param kept whether it stays as it was, for a person has edited it by hand
 */
public record FieldChange(String field, String before, String after, boolean kept) {}
