package space.dock;

import dev.lastcall.defer.DeferScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public class DockingBay {
    private final ReentrantLock manifest = new ReentrantLock();
    private final Semaphore clamps = new Semaphore(4);
    private int docked;

    public CompletableFuture<Void> dock(Supplier<CompletableFuture<Void>> manoeuvre) {
        if (!clamps.tryAcquire()) {
            return CompletableFuture.failedFuture(new IllegalStateException("no clamp free"));
        }
        CompletableFuture<Void> done;
        try {
            done = manoeuvre.get();
        } catch (RuntimeException e) {
            clamps.release();
            throw e;
        }
        return done.whenComplete((ok, failed) -> clamps.release());
    }

    public int count() {
        try (DeferScope scope = DeferScope.open()) {
            scope.locked(manifest);
            return ++docked;
        }
    }
}
