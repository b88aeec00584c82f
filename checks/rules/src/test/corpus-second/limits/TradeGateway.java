package fx.gateway;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class TradeGateway {
    // nanoseconds, as the rest of this package
    private static final long CLOSE_BUDGET = 15L * 1_000 * 1_000 * 1_000;

    private final ScheduledExecutorService heartbeats = new ScheduledThreadPoolExecutor(2);

    public TradeGateway(Runnable beat) {
        heartbeats.scheduleAtFixedRate(beat, 0, 86_400, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(this::hangUp, "gateway-exit"));
    }

    private void hangUp() {
        heartbeats.shutdown();
        try {
            if (!heartbeats.awaitTermination(CLOSE_BUDGET, TimeUnit.NANOSECONDS)) {
                System.err.println("dropped " + heartbeats.shutdownNow().size() + " heartbeats");
            }
        } catch (InterruptedException e) {
            heartbeats.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
