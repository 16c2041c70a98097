package app.rollcall.security.ui;

import app.rollcall.security.EmailAddress;
import app.rollcall.security.FirstOwner;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.SetUp;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the form of {@link SetUpView}; the token comes from the session. Always answers with the page to look at next. */
@RestController
class SetUpController {

    private final SetUp setUp;

    SetUpController(SetUp setUp) {
        this.setUp = setUp;
    }

    @PostMapping("/" + SetUpView.FORM_PATH)
    Mono<ResponseEntity<Void>> accept(
            HttpServletRequest request,
            @RequestParam(name = SetUpView.ORGANISATION, defaultValue = "") String organisation,
            @RequestParam(name = SetUpView.FIRST_NAME, defaultValue = "") String firstName,
            @RequestParam(name = SetUpView.LAST_NAME, defaultValue = "") String lastName,
            @RequestParam(name = SignInView.EMAIL, defaultValue = "") String email,
            @RequestParam(name = SignInView.PASSWORD, defaultValue = "") String password) {
        Optional<OneTimeToken> token = SetUpView.KEPT.token(request);
        if (token.isEmpty()) {
            return Mono.just(see(request, SetUpView.PATH));
        }
        FirstOwner owner;
        try {
            owner = new FirstOwner(
                    organisation, firstName, lastName, new EmailAddress(email), new NewPassword(password));
        } catch (IllegalArgumentException e) {
            Map<String, String> fields = Map.of(
                    SetUpView.ORGANISATION, organisation,
                    SetUpView.FIRST_NAME, firstName,
                    SetUpView.LAST_NAME, lastName,
                    SignInView.EMAIL, email);
            SetUpView.KEPT.keepTyped(request, new LinkSession.Typed(fields, problem(e)));
            return Mono.just(see(request, SetUpView.PATH));
        }
        ResponseEntity<Void> done = see(request, SignInView.PATH + "?" + SignInNote.SET_UP.code());
        ResponseEntity<Void> dead = see(request, SetUpView.PATH);
        SetUpView.KEPT.end(request);
        return setUp.accept(token.get(), owner).map(person -> done).defaultIfEmpty(dead);
    }

    private static String problem(IllegalArgumentException refused) {
        return switch (refused) {
            case EmailAddress.Malformed _ -> "security.set-up.problem.email";
            case NewPassword.Unfit unfit ->
                switch (unfit.refusal()) {
                    case TOO_SHORT, TOO_LONG -> "security.set-up.problem.password";
                    case COMMON, OWN_WORDS -> "security.set-up.problem.common";
                };
            default -> "security.set-up.problem.name";
        };
    }

    private static ResponseEntity<Void> see(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + "/" + path))
                .build();
    }
}
