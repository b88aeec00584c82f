import java.util.logging.Level;
import java.util.logging.Logger;

public class Gateway {
  private static final Logger LOG = Logger.getLogger(Gateway.class.getName());

  public void start() {
    LOG.info("starting");
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "gateway-stop"));
    LOG.info("started");
  }

  private void stop() {
    try {
      System.out.flush();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "stop", e);
    }
    done();
  }

  private void done() {
    LOG.info(() -> "stopped");
  }
}
