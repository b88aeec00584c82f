package ship.labels;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jakarta.annotation.PreDestroy;

public class LabelPrinter {
    private final ExecutorService feeder = Executors.newSingleThreadExecutor();

    public void print(String zpl) {
        feeder.execute(() -> System.out.println(zpl));
    }

    @PreDestroy
    void unplug() {
        feeder.shutdown();
        try {
            if (feeder.awaitTermination(2, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Interrupts.remember(e, "unplugging the label printer");
        }
        feeder.shutdownNow();
    }

    static final class Interrupts {
        static void remember(InterruptedException e, String what) {
            System.err.println("interrupted while " + what + ": " + e.getMessage());
            Thread.currentThread().interrupt();
        }
    }
}
