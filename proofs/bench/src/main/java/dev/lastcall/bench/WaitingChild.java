package dev.lastcall.bench;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.recorder.ExitRecorder;
import dev.lastcall.runtime.Lastcall;
import java.nio.file.Path;

/**
 * A process with nothing to clean up, or ten cleanups that do nothing, which waits for a signal.
 */
public final class WaitingChild {
  private WaitingChild() {}

  /**
   * Waits.
   *
   * @param args the contender
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws InterruptedException {
    switch (args[0]) {
      case "bare" -> {}
      case "hook" -> Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
      case "lastcall" -> Lastcall.builder().install().ready();
      case "ten" -> ten(Lastcall.builder());
      case "ten-recorded" ->
          ten(Lastcall.builder().recorder(ExitRecorder.in(Path.of("recorder")).open()));
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println(Child.SERVING);
    Thread.currentThread().join();
  }

  @SuppressWarnings("lastcall:LC0101") // ten cleanups, once a process
  private static void ten(Lastcall.Builder builder) {
    Lastcall lastcall = builder.install();
    for (CleanupSpec spec : Exits.specs(Graph.of("layered", 10))) {
      lastcall.defer(spec, () -> {});
    }
    lastcall.ready();
  }
}
