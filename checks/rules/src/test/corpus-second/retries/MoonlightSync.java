package photo.moonlight;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.context.SmartLifecycle;

public class MoonlightSync implements SmartLifecycle {
    private final ConcurrentLinkedDeque<String> pending = new ConcurrentLinkedDeque<>();
    private volatile boolean on;

    @Override
    public void start() {
        on = true;
        Thread.ofVirtual().start(() -> {
            while (on || !pending.isEmpty()) {
                String next = pending.peekFirst();
                if (next != null) {
                    upload(next);
                    pending.remove(next);
                }
            }
        });
    }

    @Override
    public void stop(Runnable callback) {
        stop();
        callback.run();
    }

    @Override
    public void stop() {
        on = false;
        while (!pending.isEmpty()) {
            Thread.yield();
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    private void upload(String photo) {
        System.out.println("up " + photo);
    }
}
