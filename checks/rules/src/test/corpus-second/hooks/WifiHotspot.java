package net.hotspot;

import java.io.Closeable;

public class WifiHotspot implements Closeable {
    private final Runtime rt = Runtime.getRuntime();
    private Thread hook;
    private boolean up;

    public synchronized void raise(String ssid) {
        if (up) {
            throw new IllegalStateException("already up");
        }
        hook = new Thread(this::lower, "hotspot-" + ssid);
        rt.addShutdownHook(hook);
        up = true;
    }

    private synchronized void lower() {
        if (up) {
            up = false;
            System.err.println("hotspot is down");
        }
    }

    @Override
    public synchronized void close() {
        lower();
        forgetHook();
    }

    private void forgetHook() {
        if (hook == null) {
            return;
        }
        try {
            rt.removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            return;
        }
        hook = null;
    }
}
