package infra.exit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes sure the process is gone before the orchestrator loses its patience. */
public final class LastResort {
    private static final int GRACE_SECONDS = 25;

    private LastResort() {}

    public static void arm(Runnable orderly) {
        CountDownLatch done = new CountDownLatch(1);
        Thread watchdog = new Thread(() -> {
            boolean inTime = false;
            try {
                inTime = done.await(GRACE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!inTime) {
                Runtime.getRuntime().halt(137);
            }
        }, "exit-watchdog");
        watchdog.setDaemon(true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            watchdog.start();
            try {
                orderly.run();
            } finally {
                done.countDown();
            }
        }));
    }
}
