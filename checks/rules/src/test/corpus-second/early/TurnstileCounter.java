package metro.gates;

import java.util.concurrent.atomic.AtomicLong;

public class TurnstileCounter {
    private final AtomicLong passed = new AtomicLong();

    public TurnstileCounter(String station) {
        long total = passed.get();
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> System.err.printf("%s: %d passengers%n", station, total)));
    }

    public void pass() {
        passed.incrementAndGet();
    }
}
