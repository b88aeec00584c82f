package shop.outbox;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

public class OutboxRelay {
    private final BlockingQueue<String> outbox = new LinkedBlockingQueue<>();
    private final AtomicInteger unacked = new AtomicInteger();

    public void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.err.println("waiting for " + unacked + " acknowledgements");
            while (unacked.get() > 0 || !outbox.isEmpty()) {
                pause(50);
            }
        }));
    }

    public void offer(String event) {
        unacked.incrementAndGet();
        outbox.add(event);
    }

    public void acked() {
        unacked.decrementAndGet();
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
