package school.bell;

import java.util.concurrent.ExecutorService;

public class RingBell implements AutoCloseable {
    private final ExecutorService shared;
    private final StringBuilder log = new StringBuilder();

    public RingBell(ExecutorService shared) {
        this.shared = shared;
    }

    public synchronized void ring(String lesson) {
        log.append(lesson).append(';');
    }

    private synchronized void save() {
        System.out.println(log);
        log.setLength(0);
    }

    @Override
    public void close() {
        shared.submit(this::save);
    }
}
