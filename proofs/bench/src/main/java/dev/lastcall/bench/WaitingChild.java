package dev.lastcall.bench;

import dev.lastcall.runtime.Lastcall;

/** A process with nothing to clean up, which waits for a signal. */
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
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println(Child.SERVING);
    Thread.currentThread().join();
  }
}
