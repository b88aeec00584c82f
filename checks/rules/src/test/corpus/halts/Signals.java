import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

final class Signals {
  private static final AtomicInteger SEEN = new AtomicInteger();

  private Signals() {}

  static void install() {
    Signal.handle(
        new Signal("INT"),
        signal -> {
          if (SEEN.incrementAndGet() > 1) {
            Runtime.getRuntime().halt(130);
          }
          new Thread(() -> System.exit(130)).start();
        });
  }
}
