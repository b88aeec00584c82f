package eco.forest;

import java.io.PrintStream;

public class ForestModel {
  /** Not a logging framework: writes straight to the stream it is given. */
  static final class Logger {
    private final PrintStream to;

    Logger(PrintStream to) {
      this.to = to;
    }

    void info(String s) {
      to.println("[forest] " + s);
    }
  }

  private final Logger log = new Logger(System.err);
  private volatile double trees = 1;

  public void grow(double years) {
    trees *= Math.exp(years / 7);
  }

  public void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      double magnitude = Math.log10(trees);
      log.info("magnitude " + magnitude);
    }));
  }
}
