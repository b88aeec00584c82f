package web.hooks;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public class WebhookSender implements AutoCloseable {
    private final ThreadPoolExecutor tp =
            new ThreadPoolExecutor(2, 8, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(10_000));

    public void post(Runnable call) {
        tp.execute(call);
    }

    @Override
    public void close() {
        tp.shutdown();
        boolean quiet;
        try {
            quiet = tp.awaitTermination(4, TimeUnit.SECONDS);
        } catch (InterruptedException ie) {
            quiet = false;
        }
        if (!quiet) {
            tp.shutdownNow();
        }
    }
}
