package lab.thermo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.DoubleSupplier;

/** Samples a value for as long as the JVM lives; losing the last sample is of no concern. */
public final class RackThermometer {
    private static final ThreadFactory DAEMONS = task -> {
        Thread t = new Thread(task, "thermometer");
        t.setDaemon(true);
        return t;
    };
    private static final ScheduledExecutorService SAMPLER = Executors.newScheduledThreadPool(1, DAEMONS);

    private final DoubleAdder sum = new DoubleAdder();

    public RackThermometer(DoubleSupplier celsius) {
        SAMPLER.scheduleAtFixedRate(() -> sum.add(celsius.getAsDouble()), 0, 1, TimeUnit.SECONDS);
    }

    public double sum() {
        return sum.sum();
    }
}
