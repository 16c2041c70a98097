package app.rollcall.api;

import app.rollcall.importing.BrokenOff;
import app.rollcall.importing.CannotConfirm;
import app.rollcall.importing.NotInList;
import app.rollcall.importing.TooLarge;
import app.rollcall.job.JobMoved;
import app.rollcall.security.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Makes a problem of every failure below /api, also of those that come before a route is found. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        try {
            if (!(failure instanceof AsyncRequestNotUsableException)) {
                writer.write(response, problem(failure));
            }
        } catch (IOException gone) {
            log.debug("Nobody waited for the answer any more", gone);
        }
        return new ModelAndView();
    }

    private static Problem problem(Exception failure) {
        return switch (failure) {
            case ApiRefusal refusal -> refusal.problem();
            case Refused _ -> Problem.of(ProblemCode.NOT_ALLOWED);
            case NotInList _ -> Problem.of(ProblemCode.NOT_IN_REVIEW);
            case CannotConfirm cannot ->
                Problem.of(
                        switch (cannot.reason()) {
                            case ERRORS_LEFT -> ProblemCode.ERRORS_LEFT;
                            case NOTHING_TO_IMPORT -> ProblemCode.NOTHING_TO_IMPORT;
                            case NOT_IN_REVIEW -> ProblemCode.NOT_IN_REVIEW;
                            case LIST_CHANGED -> ProblemCode.LIST_CHANGED;
                        });
            case JobMoved _ -> Problem.of(ProblemCode.OVER_ALREADY);
            case BrokenOff _ -> Problem.of(ProblemCode.UPLOAD_BROKEN_OFF);
            case TooLarge _ -> Problem.of(ProblemCode.TOO_LARGE);
            case MaxUploadSizeExceededException _ -> Problem.of(ProblemCode.TOO_LARGE);
            case MultipartException _ -> Problem.of(ProblemCode.BODY_MALFORMED);
            case HttpMessageNotReadableException _ -> Problem.of(ProblemCode.BODY_MALFORMED);
            case HttpMediaTypeException _ -> Problem.of(ProblemCode.MEDIA_TYPE);
            default -> unexpected(failure);
        };
    }

    private static Problem unexpected(Exception failure) {
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("A request of the API failed, reference {}", reference, failure);
        return Problem.of(ProblemCode.UNEXPECTED, reference);
    }
}
