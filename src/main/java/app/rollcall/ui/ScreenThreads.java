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

    private ScreenThreads() {}
}
