package app.rollcall.product;

/**
 * A product as a list shows it.
 *
 * @param code what files and people call it
 * @param kind digital, subscription or learning_path: the word in text keys
 */
public record Product(ProductId id, String code, String title, String kind) {}
