package tools.stopwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

public class Stopwatch {
  private final AtomicInteger laps = new AtomicInteger();

  public static void main(String[] args) throws Exception {
    Stopwatch watch = new Stopwatch();
    final Instant begun = Instant.now();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      Duration up = Duration.between(begun, Instant.now());
      System.err.println("ran for " + up + ", " + watch.laps.get() + " laps");
    }));
    while (System.in.read() >= 0) {
      watch.laps.incrementAndGet();
    }
  }
}
