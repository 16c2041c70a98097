package app.rollcall.invitation.ui;

import app.rollcall.invitation.WaitingBatch;
import app.rollcall.invitation.WaitingInvitations;
import app.rollcall.invitation.WaitingInvitations.Waiting;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Refused;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.SlowPoll;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Above the pending rows of the directory: what an import left to be sent later, batch by batch, and what has expired and may be
 * sent again all at once. Nothing is there when there is nothing to say.
 */
public final class PendingPanel extends Div {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final transient WaitingInvitations waiting;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient Sinks.Many<Boolean> again = Sinks.many().multicast().directBestEffort();
    private @Nullable Waiting shown;

    public PendingPanel(WaitingInvitations waiting, LiveEvents live, Actor actor, Clock clock) {
        this.waiting = waiting;
        this.actor = actor;
        this.clock = clock;
        setId("pending-panel");
        addClassName("pending-panel");
        FluxBinding.tide(this, () -> changes(live), this::show);
        SlowPoll.onPoll(this, () -> again.tryEmitNext(true));
    }

    private Flux<Waiting> changes(LiveEvents live) {
        return FluxBinding.calm(
                        Flux.merge(
                                Flux.just(true),
                                live.of(LiveEvent.LearnersChanged.class).map(_ -> true),
                                again.asFlux()),
                        PAUSE)
                .concatMap(_ -> waiting.find(actor).onErrorResume(Refused.class, _ -> Mono.empty()), 0);
    }

    /** Left alone while it says the same: a button that is about to be pressed must not be made anew. */
    private void show(Waiting now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        now.batches().forEach(this::add);
        if (now.resendable() > 0) {
            addExpired(now.resendable());
        }
    }

    private void add(WaitingBatch batch) {
        Instant at = batch.at();
        Button send = button("send-batch", getTranslation("invitation.batch.send"));
        send.addClickListener(_ -> ask(send, batch));
        Button date = button(
                "date-batch", getTranslation(at == null ? "invitation.batch.date" : "invitation.batch.other_date"));
        date.addClickListener(_ -> new SendOnDialog(
                        batch.count(), clock, moment -> UiTask.run(date, send(batch, moment), _ -> {}, this::sentence))
                .open());
        String title = batch.title() == null ? getTranslation("invitation.batch.untitled") : batch.title();
        line(
                "batch",
                at == null
                        ? getTranslation("invitation.batch", batch.count(), title)
                        : getTranslation(
                                "invitation.batch.dated",
                                batch.count(),
                                title,
                                Moments.of(this, clock.instant()).planned(at)),
                send,
                date);
    }

    private void ask(Button send, WaitingBatch batch) {
        ConfirmDialog dialog = dialog("send-batch-dialog", "invitation.batch.ask", batch.count());
        dialog.setConfirmText(getTranslation("invitation.batch.send"));
        dialog.addConfirmListener(_ -> UiTask.run(
                send,
                send(batch, null),
                count -> Notices.done(getTranslation("invitation.batch.sent", count)),
                this::sentence));
        dialog.open();
    }

    private Mono<Long> send(WaitingBatch batch, @Nullable Instant at) {
        return waiting.sendBatch(actor, batch.batch(), at);
    }

    private void addExpired(long count) {
        Button resend = button("resend-expired", getTranslation("invitation.expired.resend"));
        resend.addClickListener(_ -> {
            ConfirmDialog dialog = dialog("resend-expired-dialog", "invitation.expired.ask", count);
            dialog.setConfirmText(getTranslation("invitation.expired.resend"));
            dialog.addConfirmListener(_ -> UiTask.run(
                    resend,
                    waiting.resendExpired(actor),
                    sent -> Notices.done(getTranslation("invitation.batch.sent", sent)),
                    this::sentence));
            dialog.open();
        });
        line("expired", getTranslation("invitation.expired", count), resend);
    }

    private ConfirmDialog dialog(String id, String key, long count) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId(id);
        dialog.setHeader(getTranslation(key, count));
        dialog.setText(getTranslation(key + ".what"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("invitation.cancel"));
        return dialog;
    }

    private void line(String kind, String sentence, Button... buttons) {
        Span words = new Span(sentence);
        words.addClassName("grow");
        Div line = new Div(Icons.ENVELOPE.create(), words);
        line.addClassNames("note", "blue");
        line.getElement().setAttribute("data-pending", kind);
        line.add(buttons);
        add(line);
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.getElement().setAttribute("data-action", id);
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private Optional<String> sentence(Throwable failure) {
        return failure instanceof Refused ? Optional.of(getTranslation("invitation.refused")) : Optional.empty();
    }
}
