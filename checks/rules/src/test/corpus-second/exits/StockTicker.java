package fx.ticker;

import java.util.ArrayDeque;
import java.util.Deque;

public class StockTicker {
  private final Deque<String> lastTicks = new ArrayDeque<>();
  private final Object monitor = new Object();
  private int gaps;

  public StockTicker() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      synchronized (monitor) {
        lastTicks.forEach(System.err::println);
      }
    }));
  }

  public void tick(String t, boolean gap) {
    final boolean hopeless;
    synchronized (monitor) {
      lastTicks.addLast(t);
      if (lastTicks.size() > 100) {
        lastTicks.removeFirst();
      }
      gaps = gap ? gaps + 1 : 0;
      hopeless = gaps > 50;
    }
    if (hopeless) {
      System.err.println("feed is dead");
      System.exit(69);
    }
  }
}
