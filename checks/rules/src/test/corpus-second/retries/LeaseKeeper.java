package infra.lease;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public class LeaseKeeper {
    interface Registry {
        void release(String lease) throws IOException;
    }

    private final Registry registry;
    private final String lease;

    LeaseKeeper(Registry registry, String lease) {
        this.registry = registry;
        this.lease = lease;
    }

    @PreDestroy
    void giveBack() {
        int attempt = 0;
        for (;;) {
            try {
                registry.release(lease);
                return;
            } catch (IOException e) {
                attempt++;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(5_000, 100L << Math.min(attempt, 8))));
            }
        }
    }
}
