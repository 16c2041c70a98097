package app.rollcall.ui;

import java.util.concurrent.Executors;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where reactive results meet the screen. The work done under the UI's lock may block on a page of rows, so it must never run on
 * one of Reactor's or the driver's few threads: each delivery has a virtual thread.
 */
final class ScreenThreads {

    static final Scheduler SCHEDULER = Schedulers.fromExecutorService(
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("screen-", 0).factory()),
            "screen");

    /**
     * For what changes of many bring to every screen: threads of their own, half as many as there are processors, which take one
     * screen after the other. Among the virtual ones it would stand before what somebody did or asks, for those wait in one line.
     */
    static final Scheduler TURNS = Schedulers.fromExecutorService(
            Executors.newFixedThreadPool(
                    Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                    Thread.ofPlatform().daemon().name("turn-", 0).factory()),
            "turn");

    private ScreenThreads() {}
}
