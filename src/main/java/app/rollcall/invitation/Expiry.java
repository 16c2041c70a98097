package app.rollcall.invitation;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.job.Recurring;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Marks invitations that have lapsed, by PostgreSQL's clock. A link is dead on the second; this only makes it show. */
@Configuration(proxyBeanMethods = false)
class Expiry {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final WaitingQuery query;
    private final Audit audit;
    private final LiveEvents live;
    private final TransactionalOperator transaction;

    Expiry(WaitingQuery query, Audit audit, LiveEvents live, TransactionalOperator transaction) {
        this.query = query;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
    }

    @Bean
    RecurringTask<Void> invitationExpiry() {
        return Recurring.every("invitation-expiry", PAUSE, () -> expire().then());
    }

    /** Expires all that have lapsed, so many a transaction; how many in the last one. */
    Mono<Long> expire() {
        return transaction
                .transactional(query.expire(MOST).delayUntil(this::announce))
                .repeat()
                .takeUntil(count -> count < MOST)
                .last();
    }

    private Mono<Void> announce(long count) {
        return count == 0
                ? Mono.empty()
                : audit.record(AuditLine.unattributed(Verb.EXPIRED, SubjectKind.LEARNER, null)
                                .counting(count))
                        .then(live.publish(LiveEvent.LearnersChanged.unnamed()));
    }
}
