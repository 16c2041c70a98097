package app.rollcall.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.database.DedicatedConnections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Status;

@RollcallTest
class LiveFeedHealthTest {

    @Autowired
    private LiveFeed feed;

    @Autowired
    private LiveFeedHealthIndicator indicator;

    @Autowired
    private DedicatedConnections connections;

    @Autowired
    private HealthEndpointGroups groups;

    @Test
    void aNodeIsReadyOnlyWhileItsFeedListens() {
        await().until(feed::listening);
        assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);

        LiveFeed another = new LiveFeed(connections, new LiveCodec());
        LiveFeedHealthIndicator of = new LiveFeedHealthIndicator(another);
        assertThat(of.health().getStatus()).isEqualTo(Status.DOWN);
        another.start();
        await().until(another::listening);
        assertThat(of.health().getStatus()).isEqualTo(Status.UP);
        another.stop();
        assertThat(of.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void readinessAsksTheDatabaseAndTheFeedAndLivenessNeither() {
        HealthEndpointGroup readiness = groups.get("readiness");
        assertThat(readiness.isMember("r2dbc")).isTrue();
        assertThat(readiness.isMember("liveFeed")).isTrue();
        HealthEndpointGroup liveness = groups.get("liveness");
        assertThat(liveness.isMember("r2dbc")).isFalse();
        assertThat(liveness.isMember("liveFeed")).isFalse();
    }
}
