package app.rollcall.invitation.ui;

import app.rollcall.invitation.CannotAccept;
import app.rollcall.invitation.Invitations;
import app.rollcall.invitation.NewAccount;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.SignIns;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.security.ui.LinkSession;
import app.rollcall.security.ui.SignedInSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The plain HTTP of an invitation's link: takes the token out of the URL, and takes the form of {@link AcceptInvitationView}.
 * Always answers with the page to look at next.
 */
@RestController
class AcceptController {

    private final Invitations invitations;
    private final SignIns signIns;
    private final SignedInSession session;
    private final CurrentActor current;

    AcceptController(Invitations invitations, SignIns signIns, SignedInSession session, CurrentActor current) {
        this.invitations = invitations;
        this.signIns = signIns;
        this.session = session;
        this.current = current;
    }

    /** The link itself. Changes nothing but the session of who follows it: scanners of mail may. */
    @GetMapping(AcceptPaths.LINK)
    ResponseEntity<Void> follow(HttpServletRequest request, @PathVariable String token) {
        AcceptPaths.KEPT.keep(request, new OneTimeToken(token));
        return see(request, AcceptPaths.PAGE);
    }

    @PostMapping("/" + AcceptPaths.ACCEPT)
    Mono<ResponseEntity<Void>> accept(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = AcceptPaths.FIRST_NAME, defaultValue = "") String firstName,
            @RequestParam(name = AcceptPaths.LAST_NAME, defaultValue = "") String lastName,
            @RequestParam(name = AcceptPaths.LOCALE, defaultValue = "") String locale,
            @RequestParam(name = AcceptPaths.TIME_ZONE, defaultValue = "") String timeZone,
            @RequestParam(name = AcceptPaths.PASSWORD, defaultValue = "") String password) {
        Optional<OneTimeToken> token = AcceptPaths.KEPT.token(request);
        // Who signed in elsewhere meanwhile is asked first, in whose name.
        if (token.isEmpty() || current.find().isPresent()) {
            return Mono.just(see(request, AcceptPaths.PAGE));
        }
        Map<String, String> fields = Map.of(
                AcceptPaths.FIRST_NAME, firstName,
                AcceptPaths.LAST_NAME, lastName,
                AcceptPaths.LOCALE, locale,
                AcceptPaths.TIME_ZONE, timeZone);
        NewAccount account;
        try {
            account = new NewAccount(
                    firstName, lastName, Locale.forLanguageTag(locale), ZoneId.of(timeZone), new NewPassword(password));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Mono.just(again(request, fields, e));
        }
        return invitations
                .accept(token.get(), request.getRemoteAddr(), account)
                .flatMap(signIns::admit)
                .map(actor -> {
                    AcceptPaths.KEPT.end(request);
                    session.enter(request, response, actor);
                    return see(request, "");
                })
                .onErrorResume(NewPassword.Unfit.class, unfit -> Mono.just(again(request, fields, unfit)))
                .onErrorResume(CannotAccept.class, dead -> Mono.just(see(request, AcceptPaths.PAGE)))
                .defaultIfEmpty(see(request, ""));
    }

    /** Who is signed in as somebody else leaves, and the link stays. */
    @PostMapping("/" + AcceptPaths.SWITCH)
    ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
        Optional<OneTimeToken> token = AcceptPaths.KEPT.token(request);
        session.leave(request, response);
        token.ifPresent(kept -> AcceptPaths.KEPT.keep(request, kept));
        return see(request, AcceptPaths.PAGE);
    }

    /** Back to the page, with what was typed, except the password. */
    private static ResponseEntity<Void> again(
            HttpServletRequest request, Map<String, String> fields, RuntimeException refused) {
        AcceptPaths.KEPT.keepTyped(request, new LinkSession.Typed(fields, problem(refused)));
        return see(request, AcceptPaths.PAGE);
    }

    private static String problem(RuntimeException refused) {
        return switch (refused) {
            case NewPassword.Unfit unfit ->
                switch (unfit.refusal()) {
                    case TOO_SHORT, TOO_LONG -> "invitation.problem.password";
                    case COMMON -> "invitation.problem.common";
                    case OWN_WORDS -> "invitation.problem.own_words";
                };
            case NewAccount.Nameless _ -> "invitation.problem.name";
            default -> "invitation.problem.zone";
        };
    }

    private static ResponseEntity<Void> see(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + "/" + path))
                .build();
    }
}
