package energy.meters;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;

public class MeterFlush {
    private final List<Runnable> meters;

    public MeterFlush(List<Runnable> meters) {
        this.meters = meters;
    }

    @PreDestroy
    public void flushInParallel() {
        ExecutorService brief = Executors.newFixedThreadPool(4);
        meters.forEach(brief::execute);
        brief.shutdown();
        boolean flushed = false;
        try {
            flushed = brief.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!flushed) {
            List<Runnable> late = brief.shutdownNow();
            System.err.println(late.size() + " meters were not flushed");
        }
    }
}
