package io.greenhouse.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

final class TelemetryPump {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(6);
    private final List<Thread> lanes = new ArrayList<>();

    TelemetryPump(int n, Runnable pump) {
        for (int i = 0; i < n; i++) {
            lanes.add(new Thread(pump, "lane-" + i));
        }
    }

    void start() {
        lanes.forEach(Thread::start);
        Runtime.getRuntime().addShutdownHook(new Thread(this::finish));
    }

    private void finish() {
        lanes.forEach(Thread::interrupt);
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (Thread lane : lanes) {
            if (!ended(lane, end - System.nanoTime())) {
                System.err.println(lane.getName() + " is still alive, leaving it behind");
            }
        }
    }

    private static boolean ended(Thread t, long nanosLeft) {
        try {
            t.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanosLeft)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !t.isAlive();
    }
}
