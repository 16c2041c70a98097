package app.rollcall.product;

/** The number of a product; what people call it is its code. */
public record ProductId(long value) {}
