package store.quota;

import java.util.HashMap;
import java.util.Map;

public class QuotaGuard {
    private final Map<String, Long> used = new HashMap<>();
    private final long hardLimit;

    public QuotaGuard(long hardLimit) {
        this.hardLimit = hardLimit;
        Runtime.getRuntime().addShutdownHook(new Thread(this::dump));
    }

    public synchronized void charge(String tenant, long bytes) {
        long now = used.merge(tenant, bytes, Long::sum);
        if (now > hardLimit) {
            System.err.println(tenant + " is over the hard limit");
            System.exit(28);
        }
    }

    private synchronized void dump() {
        used.forEach((tenant, bytes) -> System.err.println(tenant + "=" + bytes));
    }
}
