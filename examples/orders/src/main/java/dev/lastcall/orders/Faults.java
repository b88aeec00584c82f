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
    if (component.equals(stuck)) {
      hang(component);
    }
    if (chaosSeed.isPresent()) {
      strikeAtRandom(component, new Random(chaosSeed.getAsLong() * 31 + component.hashCode()));
    }
  }

  private static void strikeAtRandom(String component, Random random) {
    int draw = random.nextInt(100);
    if (draw < 50) {
      int delay = random.nextInt(LONGEST_DELAY_MILLIS);
      LOG.warn("{}: delayed by {} ms", component, delay);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
    } else if (draw < 70) {
      throw new IllegalStateException(component + ": failed by chaos (expected: to close)");
    } else if (draw < 85) {
      hang(component);
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
}
