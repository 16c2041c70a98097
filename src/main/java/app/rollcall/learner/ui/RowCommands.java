package app.rollcall.learner.ui;

import app.rollcall.invitation.InvitationSettings;
import app.rollcall.invitation.Invitations;
import app.rollcall.invitation.WaitingInvitations;
import app.rollcall.learner.Categories;
import app.rollcall.learner.InvitationState;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Learners;
import app.rollcall.security.Actor;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a row's menu does, for one screen. */
final class RowCommands implements RowItems.Actions {

    private final Doors doors;
    private final Actor actor;
    private final Component words;
    private final CategoryCommands categories;

    /** What the commands are given to. */
    @org.springframework.stereotype.Component
    record Doors(
            Learners learners,
            Invitations invitations,
            WaitingInvitations waiting,
            InvitationSettings settings,
            Categories categories,
            Clock clock) {}

    /** @param words the screen */
    RowCommands(Doors doors, Actor actor, Component words) {
        this.doors = doors;
        this.actor = actor;
        this.words = words;
        categories = new CategoryCommands(doors.categories, actor, words, doors.clock);
    }

    @Override
    public void pause(LearnerRow learner, UiTask.Control control) {
        PauseDialog.ask(
                words, learner, () -> run(control, learner, doors.learners.pause(actor, learner.id()), () -> {}));
    }

    @Override
    public void unpause(LearnerRow learner, UiTask.Control control) {
        run(control, learner, doors.learners.unpause(actor, learner.id()), () -> {});
    }

    @Override
    public void send(LearnerRow learner, UiTask.Control control) {
        if (learner.invited() != null && learner.invited().state() == InvitationState.UNCONFIRMED) {
            SendTwiceDialog.ask(
                    words, learner, () -> send(learner, control, doors.invitations.sendEvenTwice(actor, learner.id())));
        } else {
            send(learner, control, doors.invitations.send(actor, learner.id()));
        }
    }

    private void send(LearnerRow learner, UiTask.Control control, Mono<Void> command) {
        run(control, learner, command, () -> Notices.done(words.getTranslation("learner.invite.sent", learner.name())));
    }

    @Override
    public void removeInvitation(LearnerRow learner, UiTask.Control control) {
        RemoveInvitationDialog.ask(
                words, learner, () -> run(control, learner, doors.invitations.remove(actor, learner.id()), () -> {}));
    }

    @Override
    public void categories(LearnerRow learner, UiTask.Control control) {
        categories.open(learner, control);
    }

    @Override
    public void invitationHistory(LearnerRow learner, UiTask.Control control) {
        UiTask.run(
                control,
                doors.invitations.history(actor, learner.id()),
                history -> new InvitationHistoryDialog(learner, history, moments()).open(),
                failure -> LearnerFailures.of(words, learner, failure, moments()));
    }

    @Override
    public Duration untilResendable(@Nullable Instant lastSent) {
        Instant at = doors.settings.resendableAt(lastSent);
        return at == null ? Duration.ZERO : Duration.between(doors.clock.instant(), at);
    }

    @Override
    public boolean waits(@Nullable Instant sendAfter) {
        return sendAfter != null && sendAfter.isAfter(doors.clock.instant());
    }

    private void run(UiTask.Control control, LearnerRow learner, Mono<Void> command, Runnable done) {
        UiTask.run(control, command, done, failure -> LearnerFailures.of(words, learner, failure, moments()));
    }

    private Moments moments() {
        return Moments.of(words, doors.clock.instant());
    }
}
