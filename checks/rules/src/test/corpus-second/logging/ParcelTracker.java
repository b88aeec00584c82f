package ship.parcels;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.springframework.stereotype.Service;

@Service
public class ParcelTracker {
    private static final Logger LOG = LogManager.getLogger(ParcelTracker.class);

    private final ConcurrentSkipListSet<String> moving = new ConcurrentSkipListSet<>();

    public void scanned(String parcel) {
        moving.add(parcel);
    }

    public void delivered(String parcel) {
        moving.remove(parcel);
    }

    @PreDestroy
    void report() {
        LOG.info("{} parcels are on their way", moving.size());
    }
}
