package app.rollcall.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A node whose feed is cut shows old screens: it is not ready. */
@Component
class LiveFeedHealthIndicator implements HealthIndicator {

    private final LiveFeed feed;

    LiveFeedHealthIndicator(LiveFeed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        return feed.listening() ? Health.up().build() : Health.down().build();
    }
}
