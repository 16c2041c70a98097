package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class UiTaskTest {

    private final Button control = new Button("Pause");
    private final Sinks.One<String> answer = Sinks.one();
    private final AtomicInteger commands = new AtomicInteger();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
        UI.getCurrent().add(control);
        Mono<String> command = answer.asMono().doOnSubscribe(subscription -> commands.incrementAndGet());
        control.addClickListener(click -> UiTask.run(control, command, done::add, UiTaskTest::sentence));
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void the_control_rests_while_the_command_works_and_a_second_click_has_no_effect() {
        control.click();
        control.click();

        assertThat(commands).hasValue(1);
        assertThat(control.isEnabled()).isFalse();
        assertThat(control.hasClassName("working")).isTrue();

        answer.tryEmitValue("paused");
        FluxBindingTest.until(control::isEnabled);

        assertThat(done).containsExactly("paused");
        assertThat(control.hasClassName("working")).isFalse();
    }

    @Test
    void a_failure_that_was_foreseen_is_told_in_its_sentence() {
        control.click();
        answer.tryEmitError(new IllegalStateException("Ana Ruiz paused them at 14:31."));
        FluxBindingTest.until(control::isEnabled);

        assertThat(told()).containsExactly("Ana Ruiz paused them at 14:31.");
        assertThat(done).isEmpty();
    }

    @Test
    void a_failure_that_nobody_foresaw_is_told_with_a_reference_and_without_its_message() {
        control.click();
        answer.tryEmitError(new IllegalArgumentException("relation person does not exist"));
        FluxBindingTest.until(control::isEnabled);

        assertThat(told()).singleElement().asString().doesNotContain("relation").isNotBlank();
    }

    private static Optional<String> sentence(Throwable failure) {
        return failure instanceof IllegalStateException ? Optional.of(failure.getMessage()) : Optional.empty();
    }

    private static List<String> told() {
        return NotificationsKt.getNotifications().stream()
                .map(Notification::getElement)
                .map(notice -> notice.getTextRecursively())
                .toList();
    }
}
