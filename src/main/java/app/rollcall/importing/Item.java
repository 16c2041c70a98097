package app.rollcall.importing;

/** A course or product that people can be given: {@code course} or {@code product}, its ID and its title. */
public record Item(String type, String code, String title) {}
