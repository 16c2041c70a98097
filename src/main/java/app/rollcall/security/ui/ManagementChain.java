package app.rollcall.security.ui;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The management port: health and numbers for those who run it, and nothing else, no sign-in either. */
@Configuration(proxyBeanMethods = false)
class ManagementChain {

    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http, Environment environment) {
        RequestMatcher itsPort = request ->
                Integer.toString(request.getLocalPort()).equals(environment.getProperty("local.management.port"))
                        && !environment
                                .getProperty("local.management.port", "")
                                .equals(environment.getProperty("local.server.port"));
        return http.securityMatcher(
                        new OrRequestMatcher(EndpointRequest.toAnyEndpoint(), EndpointRequest.toLinks(), itsPort))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
