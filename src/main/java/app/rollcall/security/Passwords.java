package app.rollcall.security;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Hashes and checks passwords on a few threads of its own, so that waiting for a turn holds up nobody else. */
@Component
public class Passwords implements DisposableBean {

    private final PasswordEncoder encoder;
    private final Scheduler threads;
    private final String nobodys = PasswordHashing.nobodys();

    Passwords(PasswordEncoder encoder, SignInSettings settings) {
        this.encoder = encoder;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                settings.parallelHashes(),
                settings.parallelHashes(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waitingHashes()),
                work -> Thread.ofPlatform().daemon().name("password-", 0).unstarted(work));
        pool.allowCoreThreadTimeOut(true);
        this.threads = Schedulers.fromExecutorService(pool, "password");
    }

    /** What to store. Fails with RejectedExecutionException when too many wait already. */
    public Mono<String> hash(NewPassword password) {
        return Mono.fromCallable(() -> encoder.encode(password.value())).subscribeOn(threads);
    }

    /** A hash that no password belongs to: checking against it takes as long as against a real one. */
    String nobodys() {
        return nobodys;
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> encoder.matches(password, hash)).subscribeOn(threads);
    }

    /** The hash renewed with today's parameters, or nothing when it is as good as new. */
    Mono<String> renewed(String password, String hash) {
        return encoder.upgradeEncoding(hash)
                ? Mono.fromCallable(() -> encoder.encode(password)).subscribeOn(threads)
                : Mono.empty();
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
