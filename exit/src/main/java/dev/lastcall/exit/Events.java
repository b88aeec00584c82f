package dev.lastcall.exit;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.StackSample;
import dev.lastcall.api.TraceContext;
import java.time.Duration;

/**
 * Tells the listener what happens, and survives it.
 *
 * <p>Where nobody listens no event is made. What a listener throws goes no further, and neither
 * does it that there is no memory for an event: everything that allocates is inside the net.
 * Thread-safe.
 */
final class Events {
  private final ExitSettings settings;
  private final TickScale scale;
  private final long exitBeganNanos;

  Events(ExitSettings settings, TickScale scale, long exitBeganNanos) {
    this.settings = settings;
    this.scale = scale;
    this.exitBeganNanos = exitBeganNanos;
  }

  /** Tells that a node began. */
  void began(Nodes nodes, int node, RunLog log) {
    if (settings.hasListener()) {
      try {
        TraceContext.Captured trace = nodes.trace(node);
        settings
            .events()
            .accept(
                new ExitEvent.CleanupBegan(
                    at(log.beganNanos(node)),
                    nodes.name(node),
                    scale.duration(log.allottedTicks(node)),
                    trace == null ? "" : trace.traceId()));
      } catch (Throwable e) {
        // the listener's own affair
      }
    }
  }

  /** Tells that a node was interrupted. */
  void interrupted(String name, StackSample sample, long atNanos) {
    if (settings.hasListener()) {
      try {
        settings.events().accept(new ExitEvent.CleanupInterrupted(at(atNanos), name, sample));
      } catch (Throwable e) {
        // the listener's own affair
      }
    }
  }

  /** Tells how a node ended. */
  void ended(Nodes nodes, int node, RunLog log) {
    if (settings.hasListener()) {
      try {
        Duration at = at(log.endedNanos(node));
        settings
            .events()
            .accept(new ExitEvent.CleanupEnded(at, nodes.name(node), log.outcome(node)));
      } catch (Throwable e) {
        // the listener's own affair
      }
    }
  }

  private Duration at(long atNanos) {
    return Duration.ofNanos(Math.max(0, atNanos - exitBeganNanos));
  }
}
