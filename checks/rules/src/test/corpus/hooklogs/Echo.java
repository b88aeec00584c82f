import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Echo {
  private static final Logger LOG = LoggerFactory.getLogger(Echo.class);

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> LOG.info("echo stopped")));
  }
}
