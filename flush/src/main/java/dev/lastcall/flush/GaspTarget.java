package dev.lastcall.flush;

import dev.lastcall.api.FlushTarget;
import java.time.Duration;

/**
 * A registered target: its name and what the rehearsals have shown.
 *
 * <p>Thread-safe.
 */
final class GaspTarget {
  private final String name;
  private final FlushTarget target;
  private volatile Duration rehearsed = Duration.ZERO;

  GaspTarget(String name, FlushTarget target) {
    this.name = name;
    this.target = target;
  }

  String name() {
    return name;
  }

  FlushTarget target() {
    return target;
  }

  /** How long its last rehearsal took; zero if there was none. */
  Duration rehearsed() {
    return rehearsed;
  }

  void rehearsed(Duration elapsed) {
    rehearsed = elapsed;
  }
}
