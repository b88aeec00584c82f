package lab.beam;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.SmartLifecycle;

public class BeamLine implements SmartLifecycle {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int experiments;
    private volatile boolean on;

    @Override
    public void start() {
        on = true;
    }

    public void finished() {
        lock.lock();
        try {
            if (--experiments == 0) idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        long nanos = TimeUnit.SECONDS.toNanos(9);
        lock.lock();
        try {
            while (experiments > 0 && nanos > 0) {
                nanos = idle.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            on = false;
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }
}
