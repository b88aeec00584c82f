package dev.lastcall.spool;

import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Deadline;
import dev.lastcall.crashlab.Acknowledged;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Offers lines from four threads until it is killed; with the argument "finish" it only delivers
 * what is left. Run by tests.
 */
final class KilledSpool {
  static final int THREADS = 4;

  private KilledSpool() {}

  public static void main(String[] arguments) throws Exception {
    FileSink sink =
        FileSink.to(
            Path.of("app.log"),
            record ->
                ("s" + record.sequence() + " " + record.text()).getBytes(StandardCharsets.UTF_8),
            System.out::println);
    Spool spool =
        Spool.in(Path.of("journal"), "test/1", sink).onFinding(System.out::println).open();
    if (arguments[0].equals("finish")) {
      boolean all = spool.close(Deadline.after(ofSeconds(60)));
      System.out.println(all ? "all delivered" : "not delivered");
      return;
    }
    Acknowledged acknowledged = Acknowledged.open(Path.of("acknowledged"), THREADS);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      new Thread(() -> offer(spool, acknowledged, thread), "app-" + i).start();
    }
    System.out.println("logging");
  }

  private static void offer(Spool spool, Acknowledged acknowledged, int thread) {
    for (long number = acknowledged.begin(thread); ; number++) {
      byte[] line = ("t" + thread + " n" + number + " end\n").getBytes(StandardCharsets.UTF_8);
      while (!spool.offer(1, line, 0, line.length)) {
        Thread.onSpinWait();
      }
      acknowledged.acknowledge(thread, number);
      if (number % 64 == 0) {
        java.util.concurrent.locks.LockSupport.parkNanos(200_000);
      }
    }
  }
}
