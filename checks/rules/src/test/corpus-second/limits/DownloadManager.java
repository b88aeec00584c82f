package media.download;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public class DownloadManager implements AutoCloseable {
    private final CountDownLatch drained = new CountDownLatch(1);
    private volatile boolean accepting = true;
    private int active;

    public synchronized boolean begin() {
        if (!accepting) return false;
        active++;
        return true;
    }

    public synchronized void end() {
        if (--active == 0 && !accepting) drained.countDown();
    }

    @Override
    public void close() {
        synchronized (this) {
            accepting = false;
            if (active == 0) drained.countDown();
        }
        boolean clean = false;
        try {
            clean = drained.await(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.println(clean ? "downloads done" : "downloads abandoned");
    }
}
