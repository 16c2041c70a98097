package app.rollcall.security.ui;

import app.rollcall.security.ForgottenPasswords;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the forms of {@link ForgotPasswordView} and {@link NewPasswordView}, and answers with the page to look at next. */
@RestController
class PasswordController {

    private final ForgottenPasswords forgotten;

    PasswordController(ForgottenPasswords forgotten) {
        this.forgotten = forgotten;
    }

    @PostMapping("/" + ForgotPasswordView.FORM_PATH)
    Mono<ResponseEntity<Void>> ask(
            HttpServletRequest request, @RequestParam(name = SignInView.EMAIL, defaultValue = "") String email) {
        return forgotten
                .ask(email, request.getRemoteAddr())
                .thenReturn(see(request, ForgotPasswordView.PATH + "?" + ForgotPasswordView.ASKED));
    }

    /** The token comes from the session, and the link works for one password. */
    @PostMapping("/" + NewPasswordView.FORM_PATH)
    Mono<ResponseEntity<Void>> choose(
            HttpServletRequest request, @RequestParam(name = SignInView.PASSWORD, defaultValue = "") String password) {
        ResponseEntity<Void> again = see(request, NewPasswordView.PATH);
        ResponseEntity<Void> done = see(request, SignInView.PATH + "?" + SignInNote.NEW_PASSWORD.code());
        Optional<OneTimeToken> token = NewPasswordView.KEPT.token(request);
        if (token.isEmpty()) {
            return Mono.just(again);
        }
        return forgotten
                .choose(token.get(), password)
                .map(person -> {
                    NewPasswordView.KEPT.end(request);
                    return done;
                })
                .onErrorResume(NewPassword.Unfit.class, refused -> {
                    NewPasswordView.KEPT.keepTyped(request, new LinkSession.Typed(Map.of(), problem(refused)));
                    return Mono.just(again);
                })
                .defaultIfEmpty(again);
    }

    /** The key of the sentence that says what was wrong. */
    static String problem(NewPassword.Unfit refused) {
        return "security.password.problem." + refused.refusal().name().toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<Void> see(HttpServletRequest request, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.getContextPath() + "/" + path))
                .build();
    }
}
