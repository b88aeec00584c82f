package city.parking;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

public class ParkingMeter implements AutoCloseable {
    private final BooleanSupplier coinDropped;

    public ParkingMeter(BooleanSupplier coinDropped) {
        this.coinDropped = coinDropped;
    }

    @Override
    public void close() {
        Deadline end = new Deadline(TimeUnit.MILLISECONDS.toNanos(1_200));
        while (!coinDropped.getAsBoolean() && end.pending()) {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final class Deadline {
        private final long at;

        Deadline(long nanos) {
            at = System.nanoTime() + nanos;
        }

        boolean pending() {
            return System.nanoTime() - at < 0;
        }
    }
}
