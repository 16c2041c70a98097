package app.rollcall.learning;

import app.rollcall.security.Actor;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads what the actor learns (LS-03). It takes nobody's id but the actor's own, so there is no way to ask for another's; a
 * role gives nothing here, and needs to give nothing.
 */
@Component
public class MyLearning {

    private final MyLearningQuery query;

    MyLearning(MyLearningQuery query) {
        this.query = query;
    }

    /** The actor's courses as they are now; empty when the actor may not sign in any more, or is gone. */
    public Mono<MyCourses> of(Actor actor) {
        return query.standing(actor.id())
                .flatMap(standing -> query.courses(actor.id()).map(standing::with));
    }
}
