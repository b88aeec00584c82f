package dock.harbor;

import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

public class HarborMaster {
    private static final Logger LOG = Logger.getLogger(HarborMaster.class.getName());
    private final Set<String> berthed = new TreeSet<>();

    public HarborMaster() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            synchronized (berthed) {
                LOG.log(Level.INFO, "harbor closes with {0} ships", berthed.size());
            }
        }));
    }

    public void berth(String ship) {
        synchronized (berthed) {
            berthed.add(ship);
        }
    }
}
