package app.rollcall.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may reach what of the API. A token is all that counts here: no session, so no cookie that a browser would send by itself,
 * so nothing to forge.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiChain {

    /** The documentation, which says nothing about anybody. */
    private static final RequestMatcher OPEN =
            new OrRequestMatcher(pathPattern(GET, ApiDocument.PATH), pathPattern(GET, Problem.TYPES + "*"));

    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiClients clients,
            ProblemWriter problems,
            ObjectProvider<SecurityContextHolderStrategy> holder) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(GET)
                        .hasAuthority(ApiScope.IMPORTS_READ.code())
                        .requestMatchers(HEAD)
                        .hasAuthority(ApiScope.IMPORTS_READ.code())
                        .anyRequest()
                        .hasAuthority(ApiScope.IMPORTS_WRITE.code()))
                .addFilterBefore(
                        new BearerFilter(
                                clients,
                                problems,
                                holder.getIfAvailable(SecurityContextHolder::getContextHolderStrategy)),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(denied -> denied.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(response, Problem.of(unknown(request)));
                        })
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(response, Problem.of(ProblemCode.SCOPE_MISSING, wanted(request)))))
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .logout(out -> out.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static ProblemCode unknown(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? ProblemCode.TOKEN_MISSING
                : ProblemCode.TOKEN_NOT_GOOD;
    }

    private static String wanted(HttpServletRequest request) {
        return GET.matches(request.getMethod()) || HEAD.matches(request.getMethod())
                ? ApiScope.IMPORTS_READ.code()
                : ApiScope.IMPORTS_WRITE.code();
    }
}
