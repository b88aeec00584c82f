package road.snow;

import java.util.function.Supplier;
import com.google.common.base.Suppliers;

public class SnowPlow implements AutoCloseable {
    private final Supplier<Thread> hook = Suppliers.memoize(() -> new Thread(this::raiseBlade, "blade-up"));

    public SnowPlow() {
        Runtime.getRuntime().addShutdownHook(hook.get());
    }

    public void plow(double km) {
        System.out.printf("plowed %.1f km%n", km);
    }

    private void raiseBlade() {
        System.err.println("blade up");
    }

    @Override
    public void close() {
        try {
            if (!Runtime.getRuntime().removeShutdownHook(hook.get())) {
                return;
            }
        } catch (IllegalStateException exit) {
            return;
        }
        raiseBlade();
    }
}
