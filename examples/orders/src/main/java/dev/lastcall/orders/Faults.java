package dev.lastcall.orders;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong, on demand, when a component is closed. Immutable. */
final class Faults {
  /** The components that can be struck. */
  static final List<String> COMPONENTS = List.of("http", "outbox", "broker", "db", "log");

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final int LONGEST_DELAY_MILLIS = 1_000;

  private final @Nullable String stuck;
  private final OptionalLong chaosSeed;

  private Faults(@Nullable String stuck, OptionalLong chaosSeed) {
    this.stuck = stuck;
    this.chaosSeed = chaosSeed;
  }

  static Faults none() {
    return new Faults(null, OptionalLong.empty());
  }

  /** The close of {@code component} never returns, whoever interrupts it. */
  static Faults stuck(String component) {
    if (!COMPONENTS.contains(component)) {
      throw new IllegalArgumentException(
          "stuck: " + component + " (expected: one of " + COMPONENTS + ")");
    }
    return new Faults(component, OptionalLong.empty());
  }

  /**
   * Each component's close is delayed (half of them), fails, hangs or works, as the seed decides.
   */
  static Faults chaos(long seed) {
    return new Faults(null, OptionalLong.of(seed));
  }

  /** To be called first by the close of {@code component}. */
  void strike(String component) {
    switch (effectOn(component)) {
      case NONE -> {}
      case DELAY -> delay(component, random(component).nextInt(LONGEST_DELAY_MILLIS));
      case FAIL ->
          throw new IllegalStateException(component + ": failed by chaos (expected: to close)");
      case HANG -> hang(component);
    }
  }

  /** What will happen to the close of {@code component}; the same whenever it is asked. */
  Effect effectOn(String component) {
    if (chaosSeed.isEmpty()) {
      return component.equals(stuck) ? Effect.HANG : Effect.NONE;
    }
    int draw = random(component).nextInt(100);
    if (draw < 50) {
      return Effect.DELAY;
    }
    return draw < 70 ? Effect.FAIL : draw < 85 ? Effect.HANG : Effect.NONE;
  }

  private Random random(String component) {
    return new Random(31 * chaosSeed.orElseThrow() + component.hashCode());
  }

  private static void delay(String component, int millis) {
    LOG.warn("{}: delayed by {} ms", component, millis);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Deaf to interrupts, as a native call or a lock held by a dead peer is. */
  private static void hang(String component) {
    LOG.warn("{}: hangs", component);
    while (true) {
      LockSupport.park();
      Thread.interrupted();
    }
  }

  /** What can happen to a close. */
  enum Effect {
    NONE("works"),
    DELAY("is late"),
    FAIL("fails"),
    HANG("hangs");

    private final String words;

    Effect(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
