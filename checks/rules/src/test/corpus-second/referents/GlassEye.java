package vision.eye;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

public class GlassEye {
    private static final Cleaner CLEANER = Cleaner.create();

    private final AtomicLong frame = new AtomicLong();
    public GlassEye() {
        AtomicLong counter = frame;
        Thread grabber = new Thread(() -> grab(counter), "grabber");
        grabber.setDaemon(true);
        grabber.start();
        CLEANER.register(this, grabber::interrupt);
    }

    private static void grab(AtomicLong counter) {
        while (!Thread.currentThread().isInterrupted()) {
            counter.incrementAndGet();
        }
    }

    public long frame() {
        return frame.get();
    }
}
