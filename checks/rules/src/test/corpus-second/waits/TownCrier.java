package game.crier;

import java.util.ArrayDeque;
import java.util.Queue;

public class TownCrier implements AutoCloseable {
    private final Queue<String> news = new ArrayDeque<>();
    private final Thread voice = Thread.ofVirtual().unstarted(this::cry);
    private boolean hush;

    public TownCrier() {
        voice.start();
    }

    public synchronized void tell(String s) {
        news.add(s);
        notifyAll();
    }

    private synchronized String await() throws InterruptedException {
        while (news.isEmpty() && !hush) {
            wait();
        }
        return news.poll();
    }

    private void cry() {
        try {
            for (String s; (s = await()) != null; ) {
                System.out.println("Hear ye! " + s);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            hush = true;
            notifyAll();
        }
        join(voice);
    }

    private static void join(Thread t) {
        try {
            if (!t.join(java.time.Duration.ofMillis(800))) {
                t.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
