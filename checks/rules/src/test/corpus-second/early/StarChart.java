package space.chart;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class StarChart {
    private final List<AutoCloseable> telescopes = new CopyOnWriteArrayList<>();

    public StarChart() {
        Runtime.getRuntime().addShutdownHook(new Thread(parkTelescopes()));
    }

    public void add(AutoCloseable t) {
        telescopes.add(t);
    }

    private Runnable parkTelescopes() {
        int failed = 0;
        for (AutoCloseable t : telescopes) {
            try {
                t.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                failed++;
            }
        }
        final int n = failed;
        return () -> {
            if (n > 0) {
                System.err.println(n + " telescopes could not be parked");
            }
        };
    }
}
