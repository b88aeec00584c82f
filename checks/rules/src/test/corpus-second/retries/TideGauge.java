package sea.tide;

import io.dropwizard.lifecycle.Managed;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

public class TideGauge implements Managed {
    interface Modem {
        void hangUp() throws IOException;
    }

    private final Modem modem;
    private final AtomicBoolean draining = new AtomicBoolean();

    public TideGauge(Modem modem) {
        this.modem = modem;
    }

    @Override
    public void stop() throws InterruptedException {
        draining.set(true);
        Thread.sleep(2_500); // let the balancer notice
        hangUp(3);
    }

    private void hangUp(int triesLeft) throws InterruptedException {
        try {
            modem.hangUp();
        } catch (IOException e) {
            if (triesLeft == 0) {
                System.err.println("line left open: " + e);
                return;
            }
            Thread.sleep(200);
            hangUp(triesLeft - 1);
        }
    }
}
