package game.match;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class MatchEngine {
    private static final int DRAIN = 1;
    private static final TimeUnit DRAIN_UNIT = TimeUnit.DAYS;

    private final ExecutorService rooms = Executors.newCachedThreadPool();

    public MatchEngine() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeRooms));
    }

    public void open(Runnable room) {
        rooms.submit(room);
    }

    private void closeRooms() {
        rooms.shutdown();
        try {
            if (!rooms.awaitTermination(DRAIN, DRAIN_UNIT)) {
                rooms.shutdownNow();
            }
        } catch (InterruptedException e) {
            rooms.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
