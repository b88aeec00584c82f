package ship.scale;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

public class FreightScale extends FreightMachine {
    private final BlockingQueue<String> replies = new SynchronousQueue<>();

    public void replied(String s) throws InterruptedException {
        replies.put(s);
    }

    @Override
    protected void onClose() throws InterruptedException {
        System.out.println("TARE");
        String ack = replies.take();
        System.out.println("scale says " + ack);
    }
}

abstract class FreightMachine implements AutoCloseable {
    protected abstract void onClose() throws InterruptedException;

    @Override
    public final void close() {
        try {
            onClose();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
