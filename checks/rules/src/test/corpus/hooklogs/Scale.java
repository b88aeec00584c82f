import java.util.logging.Logger;

class Scale {
  private static final Logger LOG = Logger.getLogger("scale");
  private final Journal journal = new Journal();

  void start(double factor) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.err.println(Math.log(factor) + " " + LOG.getName());
                  journal.info("end");
                }));
    LOG.info("scale is ready");
  }

  static final class Journal {
    void info(String line) {
      System.err.println(line);
    }
  }
}
