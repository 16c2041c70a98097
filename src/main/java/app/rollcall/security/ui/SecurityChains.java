package app.rollcall.security.ui;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import app.rollcall.security.OpenPath;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may reach what over HTTP, before any view or door is asked. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SessionSettings.class)
class SecurityChains {

    private static final RequestMatcher SIGN_OUT = pathPattern(POST, "/" + SignOutForm.PATH);
    private static final RequestMatcher SET_UP = pathPattern(POST, "/" + SetUpView.FORM_PATH);
    private static final RequestMatcher PASSWORDS = new OrRequestMatcher(
            pathPattern(POST, "/" + ForgotPasswordView.FORM_PATH), pathPattern(POST, "/" + NewPasswordView.FORM_PATH));

    /** Each request is measured as a whole; to measure each filter of it costs more than most filters do. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain screens(
            HttpSecurity http,
            RequestUtil vaadin,
            SignInProvider provider,
            SignOutRecord signOut,
            SessionSettings session,
            ObjectProvider<Clock> clock,
            ObjectProvider<OpenPath> openPaths) {
        RequestMatcher open = among(openPaths.stream(), SET_UP, PASSWORDS);
        RequestMatcher ourForms = among(
                openPaths.stream().filter(path -> path.method().equals(POST.name())),
                pathPattern(POST, "/" + SignInView.PATH),
                SIGN_OUT,
                SET_UP,
                PASSWORDS);
        http.authenticationProvider(provider)
                .authorizeHttpRequests(requests -> requests.requestMatchers(KeptFiles.OURS, open, PASSWORDS)
                        .permitAll())
                .headers(headers -> SecurityHeaders.write(headers, KeptFiles.ALL))
                .addFilterAfter(new KeptFiles(), HeaderWriterFilter.class)
                // Vaadin guards its own requests with a key of its own. Our forms need Spring's token even when a
                // forger dresses them up as one of Vaadin's by a query parameter.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        request -> vaadin.isFrameworkInternalRequest(request) && !ourForms.matches(request)))
                .requestCache(cache -> cache.requestCache(pageAskedFor()))
                .exceptionHandling(denied -> denied.accessDeniedHandler(new StaleForm(ourForms)))
                .sessionManagement(fixation -> fixation.sessionFixation(id -> id.changeSessionId()))
                .addFilterAfter(
                        new SessionLimit(session.absoluteLimit(), clock.getIfAvailable(Clock::systemUTC)),
                        SecurityContextHolderFilter.class)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        screens -> screens.enableCsrfConfiguration(false)
                                .loginView(SignInView.class, "/" + SignInView.PATH + "?" + SignInNote.SIGNED_OUT.code())
                                .addLogoutHandler(signOut)
                                .anyRequest(AuthorizedUrl::authenticated))
                .formLogin(form -> form.usernameParameter(SignInView.EMAIL)
                        .passwordParameter(SignInView.PASSWORD)
                        .authenticationDetailsSource(SignInDetails::new)
                        .failureHandler(new SignInFailure()))
                .logout(out -> out.logoutRequestMatcher(SIGN_OUT));
        return http.build();
    }

    private static RequestMatcher among(Stream<OpenPath> paths, RequestMatcher... ours) {
        return new OrRequestMatcher(Stream.concat(
                        Stream.of(ours),
                        paths.map(path -> pathPattern(HttpMethod.valueOf(path.method()), path.pattern())))
                .toList());
    }

    /** Remembers the page asked for before the sign-in, without leaving a mark of it in that page's address. */
    @SuppressWarnings("NullAway") // Null is how that class is told to leave the mark out.
    private static HttpSessionRequestCache pageAskedFor() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** Secure is added by the server whenever the request came over HTTPS; HttpOnly is its default. */
    @Bean
    CookieSameSiteSupplier laxCookies() {
        return CookieSameSiteSupplier.ofLax();
    }
}
