import jakarta.annotation.PreDestroy;
import java.util.logging.Logger;

public class Bean implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger("bean");

  @PreDestroy
  public void stop() {
    LOG.info("stopping");
  }

  @Override
  public void close() {
    LOG.fine("closed");
  }
}
