package sea.ferry;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class FerryTimetable implements AutoCloseable {
    private final ExecutorService crew = Executors.newSingleThreadExecutor();

    public void sail(Runnable trip) {
        crew.execute(trip);
    }

    @Override
    public void close() {
        crew.shutdown();
        if (!finished()) {
            crew.shutdownNow();
        }
    }

    private boolean finished() {
        try {
            return crew.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.interrupted();
            return false;
        }
    }
}
