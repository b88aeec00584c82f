package dev.lastcall.orders;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Stands for the remote call that every order waits for: 5 to 60 ms, and 400 ms for one in a
 * hundred.
 */
final class PaymentCheck {
  private static final int FASTEST_MILLIS = 5;
  private static final int SLOWEST_MILLIS = 60;
  private static final int STRAGGLER_MILLIS = 400;
  private static final int ONE_STRAGGLER_IN = 100;

  void approve() throws InterruptedException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    boolean straggler = random.nextInt(ONE_STRAGGLER_IN) == 0;
    Thread.sleep(straggler ? STRAGGLER_MILLIS : random.nextInt(FASTEST_MILLIS, SLOWEST_MILLIS + 1));
  }
}
