package kiosk;

import java.util.logging.Logger;

public class KioskApp {
    private static final Logger LOG = Logger.getLogger("kiosk");

    private volatile boolean screenOn = true;

    public void run() {
        LOG.info("registering the exit hook");
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::darken, "kiosk-exit"));
            LOG.fine(() -> "exit hook registered");
        } catch (IllegalStateException e) {
            LOG.warning("already shutting down");
            darken();
        }
    }

    private void darken() {
        screenOn = false;
        System.err.println("screen is off");
    }

    public boolean isScreenOn() {
        return screenOn;
    }
}
