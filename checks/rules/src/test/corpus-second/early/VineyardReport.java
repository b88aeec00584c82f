package farm.vineyard;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

public class VineyardReport {
    private final LongAdder litres = new LongAdder();

    public VineyardReport() {
        Runtime.getRuntime().addShutdownHook(new Thread(report("litres", litres::sum)));
    }

    public void press(long l) {
        litres.add(l);
    }

    private static Runnable report(String what, LongSupplier value) {
        String label = what.toUpperCase() + ": ";
        return () -> System.err.println(label + value.getAsLong());
    }
}
