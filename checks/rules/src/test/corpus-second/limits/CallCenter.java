package telco.calls;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class CallCenter implements AutoCloseable {
    // longest call that the contract allows
    private static final Duration MAX_CALL = Duration.ofHours(4);

    private final ExecutorService agents = Executors.newCachedThreadPool();
    private final Duration grace;

    public CallCenter(Duration grace) {
        this.grace = grace;
    }

    public static CallCenter standard() {
        return new CallCenter(Duration.ofSeconds(12));
    }

    public boolean tooLong(Duration call) {
        return call.compareTo(MAX_CALL) > 0;
    }

    @Override
    public void close() {
        agents.shutdown();
        long ms = Math.min(MAX_CALL.toMillis(), Math.min(grace.toMillis(), 20_000));
        try {
            if (!agents.awaitTermination(ms, TimeUnit.MILLISECONDS)) {
                agents.shutdownNow();
            }
        } catch (InterruptedException e) {
            agents.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
