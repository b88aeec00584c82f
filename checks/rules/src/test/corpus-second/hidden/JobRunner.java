package ops.jobs;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

public class JobRunner {
    private final AtomicReference<Runnable> onLeft = new AtomicReference<>();

    public <V> V run(String name, Callable<V> job) throws Exception {
        Thread t = Thread.currentThread();
        String before = t.getName();
        t.setName(name);
        try {
            return job.call();
        } finally {
            t.setName(before);
            onLeft.set(() -> {
                throw new IllegalStateException(name + " has been left, nothing more to cancel");
            });
        }
    }

    public void cancel() {
        Runnable r = onLeft.get();
        if (r != null) {
            r.run();
        }
    }
}
