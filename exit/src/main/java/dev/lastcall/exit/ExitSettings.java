package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Mode;
import dev.lastcall.api.TraceContext;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What an exit graph is told of the exit that it is a part of.
 *
 * <p>Immutable and thread-safe.
 *
 * @param available what the cleanups have in all: the grace period less drain and reserve; above
 *     zero
 * @param mode whether a plan that does not fit is refused or scaled
 * @param trace the bridge to the application's tracing
 * @param events receives what happens, from several threads at once; must neither block nor throw
 * @param ticker the clock of the exit; that of its deadline and its watchdog
 */
public record ExitSettings(
    Duration available,
    Mode mode,
    TraceContext trace,
    Consumer<ExitEvent> events,
    Deadline.Ticker ticker) {
  /** Takes no events, so that none are made. */
  public static final Consumer<ExitEvent> NO_EVENTS = event -> {};

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value is null or {@code available} is not above zero
   */
  public ExitSettings {
    Arguments.positive("available", available);
    Arguments.given("mode", mode);
    Arguments.given("trace", trace);
    Arguments.given("events", events);
    Arguments.given("ticker", ticker);
  }

  /**
   * Returns settings that scale, trace nothing, tell nobody and use the machine's clock.
   *
   * @param available what the cleanups have in all; above zero
   * @return the settings
   * @throws IllegalArgumentException if {@code available} is null or not above zero
   */
  public static ExitSettings within(Duration available) {
    return new ExitSettings(
        available, Mode.PERMISSIVE, TraceContext.none(), NO_EVENTS, Deadline.Ticker.system());
  }

  /** Tells whether anybody receives events. */
  boolean hasListener() {
    return events != NO_EVENTS;
  }
}
