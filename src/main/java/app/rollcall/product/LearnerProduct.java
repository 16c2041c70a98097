package app.rollcall.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product that somebody has access to.
 *
 * @param grantedBy who gave it; null when that is not known any more
 * @param expiresAt when the access ends; null for never
 */
public record LearnerProduct(
        Product product,
        Instant grantedAt,
        @Nullable String grantedBy,
        @Nullable Instant expiresAt) {}
