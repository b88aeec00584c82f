package vote.ballots;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;

public class BallotBox implements SmartLifecycle {
    private final AtomicInteger uncounted = new AtomicInteger();
    private volatile boolean open;

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        for (int left = 40; left > 0 && uncounted.get() > 0; left--) {
            nap();
        }
        if (uncounted.get() > 0) {
            System.err.println(uncounted + " ballots were not counted");
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void nap() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException notOurBusiness) {
        }
    }
}
