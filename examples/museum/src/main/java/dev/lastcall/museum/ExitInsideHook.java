package dev.lastcall.museum;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.runtime.Lastcall;

/**
 * {@code System.exit} on the way out: inside a shutdown hook it waits for the shutdown that waits
 * for the hook, and only SIGKILL ends the process.
 */
public final class ExitInsideHook {
  private ExitInsideHook() {}

  /**
   * Waits for a signal; the cleanup then fails and somebody thought that this is a reason to exit.
   *
   * @param arguments the form
   * @throws InterruptedException if the wait is interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (Form.of(arguments) == Form.NAIVE) {
      Runtime.getRuntime().addShutdownHook(new Thread(ExitInsideHook::closeOrGiveUp));
      System.out.println("serving");
      Thread.currentThread().join();
    } else {
      Lastcall lastcall = Lastcall.builder().gracePeriod(ofSeconds(10)).install();
      lastcall.defer(named("pool").within(ofMillis(500)), ExitInsideHook::closeOrGiveUp);
      lastcall.defer(named("journal").after("pool"), () -> System.out.println("journal closed"));
      lastcall.ready();
      System.out.println("serving");
      lastcall.awaitExit();
    }
  }

  private static void closeOrGiveUp() {
    System.out.println("pool broken, giving up");
    System.exit(1);
  }
}
