package dev.lastcall.museum;

import dev.lastcall.defer.DeferScope;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An unlock that is bound to run before the lock has been taken: it hides why the lock could not be
 * taken.
 */
public final class UnlockBeforeLock {
  private static final ReentrantLock LOCK = new ReentrantLock();

  private UnlockBeforeLock() {}

  /**
   * Takes a lock while interrupted, so that taking it fails.
   *
   * @param arguments the form
   */
  public static void main(String[] arguments) {
    Thread.currentThread().interrupt();
    try {
      if (Form.of(arguments) == Form.NAIVE) {
        updateNaively();
      } else {
        updateInScope();
      }
    } catch (InterruptedException | IllegalMonitorStateException failure) {
      System.out.println("caught: " + failure.getClass().getSimpleName());
    }
  }

  @SuppressWarnings("LockNotBeforeTry") // the mistake on show
  private static void updateNaively() throws InterruptedException {
    try {
      LOCK.lockInterruptibly();
      System.out.println("updated");
    } finally {
      LOCK.unlock();
    }
  }

  private static void updateInScope() throws InterruptedException {
    try (DeferScope scope = DeferScope.open()) {
      LOCK.lockInterruptibly();
      scope.defer("unlock", LOCK::unlock);
      System.out.println("updated");
    }
  }
}
