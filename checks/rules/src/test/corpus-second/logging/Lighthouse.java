package sea.lighthouse;

import java.util.logging.Logger;

public class Lighthouse {
    private static final Logger LOG = Logger.getLogger("lighthouse");

    private final Thread keeper = new Thread(() -> LOG.info("keeper on duty"));

    public void start() {
        keeper.start();
        Runnable afterwards = () -> LOG.fine("lamp has been lit");
        Runtime.getRuntime().addShutdownHook(new Thread(this::extinguish));
        afterwards.run();
    }

    private void extinguish() {
        keeper.interrupt();
        System.err.println("lamp is out");
    }
}
