package dev.lastcall.crashes;

import static java.time.Duration.ofSeconds;

import dev.lastcall.durable.DurableCleanups;
import dev.lastcall.durable.ReplayResult;
import java.nio.file.Path;

/** The life that is not killed: it finishes what the others left open, and ends by itself. */
final class Survivor {
  private Survivor() {}

  public static void main(String... arguments) throws InterruptedException {
    try (DurableCleanups durable =
        DurableVictim.describe(Path.of(arguments[0])).withoutBackground().open()) {
      ReplayResult result = durable.replay(ofSeconds(50));
      System.out.println(result);
    }
  }
}
