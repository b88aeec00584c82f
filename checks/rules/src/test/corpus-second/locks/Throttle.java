package net.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

public class Throttle {
    private final Semaphore slots = new Semaphore(16);

    public <T> Optional<T> call(Supplier<T> remote, Duration wait) {
        if (!enter(wait)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(remote.get());
        } finally {
            slots.release();
        }
    }

    private boolean enter(Duration wait) {
        try {
            return slots.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
