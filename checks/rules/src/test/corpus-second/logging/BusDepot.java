package transit.depot;

import java.lang.System.Logger.Level;

public class BusDepot {
    private static final System.Logger LOGGER = System.getLogger("depot");

    private int buses;

    public void open() {
        Runtime.getRuntime().addShutdownHook(new Farewell());
    }

    public synchronized void arrive() {
        buses++;
    }

    synchronized int buses() {
        return buses;
    }

    private class Farewell extends Thread {
        @Override
        public void run() {
            int n = buses();
            if (n > 0) {
                LOGGER.log(Level.WARNING, () -> n + " buses are still in");
            }
        }
    }
}
