package air.radar;

import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

public class RadarView implements AutoCloseable {
    private final Timer sweep = new Timer("sweep", true);
    private final ConcurrentHashMap<String, double[]> blips = new ConcurrentHashMap<>();
    private final AtomicBoolean lit = new AtomicBoolean(true);

    public void blip(String flight, double x, double y) {
        if (lit.get()) {
            blips.put(flight, new double[] {x, y});
        }
    }

    @Override
    public void close() {
        lit.set(false);
        sweep.cancel();
        blips.clear();
    }
}
