package road.toll;

import java.util.logging.Logger;

public class TollBooth {
    private final Logger journal = Logger.getLogger("toll");
    private double euros;

    public TollBooth() {
        Runtime.getRuntime().addShutdownHook(new Thread() {
            @Override
            public void run() {
                try {
                    deposit();
                } catch (IllegalStateException e) {
                    journal.severe("deposit failed: " + e.getMessage());
                }
            }
        });
    }

    public synchronized void pay(double amount) {
        euros += amount;
    }

    private synchronized void deposit() {
        if (euros < 0) {
            throw new IllegalStateException("negative till: " + euros);
        }
        euros = 0;
    }
}
