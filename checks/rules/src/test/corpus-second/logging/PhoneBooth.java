package telco.booth;

import java.util.logging.Level;
import java.util.logging.Logger;

public class PhoneBooth extends ExitAware {
    private static final Logger L = Logger.getLogger(PhoneBooth.class.getSimpleName());

    private int coins;

    public PhoneBooth() {
        installHook();
    }

    public void insert() {
        coins++;
    }

    @Override
    protected void atExit() {
        L.log(Level.INFO, "booth leaves with {0} coins", coins);
    }
}

abstract class ExitAware {
    protected abstract void atExit();

    protected final void installHook() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::atExit));
    }
}
