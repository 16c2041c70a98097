package app.rollcall.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How sign-in defends itself.
 *
 * @param freeFailuresPerAddress failures in a row that one address may have before each further one costs a wait
 * @param freeFailuresPerNetwork the same for one client address (IPv6: its /64), where a whole office may sit behind one
 * @param longestWait the most that has to be waited; the wait starts at a second and doubles with every failure
 * @param forgottenAfter failures older than this no longer count
 * @param parallelHashes how many passwords are hashed at once; each takes 19 MiB and a core for some tens of milliseconds
 * @param waitingHashes how many more may wait for that; beyond it a sign-in is refused like any other
 */
@ConfigurationProperties("rollcall.sign-in")
public record SignInSettings(
        @DefaultValue("5") int freeFailuresPerAddress,
        @DefaultValue("30") int freeFailuresPerNetwork,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("1h") Duration forgottenAfter,
        @DefaultValue("2") int parallelHashes,
        @DefaultValue("100") int waitingHashes) {}
