package sport.rowing;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.context.SmartLifecycle;

public class RowingClub implements SmartLifecycle {
    private static final Logger LOG = Logger.getLogger(RowingClub.class.getName());

    private volatile boolean afloat;

    @Override
    public void start() {
        afloat = true;
        LOG.info("boats are out");
    }

    @Override
    public void stop() {
        afloat = false;
        LOG.log(Level.INFO, "boats are in");
    }

    @Override
    public boolean isRunning() {
        return afloat;
    }

    @Override
    public int getPhase() {
        return (int) Math.log(1_000);
    }
}
