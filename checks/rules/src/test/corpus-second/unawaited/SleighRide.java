package fair.sleigh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

public class SleighRide {
    private final List<Runnable> stops;

    public SleighRide(List<Runnable> stops) {
        this.stops = stops;
        Runtime.getRuntime().addShutdownHook(new Thread(this::unload));
    }

    private void unload() {
        List<Thread> helpers = new ArrayList<>();
        for (Runnable stop : stops) {
            helpers.add(Thread.ofVirtual().start(stop));
        }
        collect(helpers, Duration.ofSeconds(4));
    }

    private static void collect(List<Thread> helpers, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (Thread h : helpers) {
                Duration rest = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
                if (!h.join(rest)) {
                    System.err.println("a stop was not unloaded in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
