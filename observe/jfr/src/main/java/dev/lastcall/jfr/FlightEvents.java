package dev.lastcall.jfr;

import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.Finding;
import dev.lastcall.defer.DeferListeners;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Makes flight recorder events of named scopes, their cleanups and the exit.
 *
 * <pre>{@code
 * FlightEvents events = FlightEvents.start();
 * FlightDump dump = FlightDump.create();
 * Lastcall lastcall = Lastcall.builder().recorder(events).listener(dump).install();
 * lastcall.flushLast("flight-recordings", dump);
 * }</pre>
 *
 * <p>The events are {@code dev.lastcall.Scope}, {@code Cleanup}, {@code Phase}, {@code Flush},
 * {@code Interrupt} and {@code Exit}; {@code docs/jfr.md} lists their fields. They are made only
 * while a recording asks for them. Thread-safe.
 */
public final class FlightEvents implements ExitListener, AutoCloseable {
  private final @Nullable ExitFlight exit;
  private final DeferListeners.@Nullable Listening listening;

  private FlightEvents(@Nullable ExitFlight exit, DeferListeners.@Nullable Listening listening) {
    this.exit = exit;
    this.listening = listening;
  }

  /**
   * Begins to make events of scopes and bounded calls. Those of the exit come when the result is
   * added as a recorder.
   *
   * @return the maker; one that makes nothing, and says so in {@link #findings}, where this JVM has
   *     no flight recorder
   */
  public static FlightEvents start() {
    if (!FlightRecorder.isAvailable()) {
      return new FlightEvents(null, null);
    }
    types(); // those of which nothing has happened yet are settable as well
    ExitFlight exit = new ExitFlight();
    return new FlightEvents(exit, DeferListeners.add(new DeferFlight()));
  }

  /** All types of events. */
  static List<EventType> types() {
    return Stream.of(
            JfrScope.class,
            JfrCleanup.class,
            JfrPhase.class,
            JfrFlush.class,
            JfrInterrupt.class,
            JfrExit.class)
        .map(EventType::getEventType)
        .toList();
  }

  @Override
  public void onEvent(ExitEvent event) {
    if (exit != null) {
      exit.note(event);
    }
  }

  /** Returns whether the flight recorder is missing; empty if all is well. */
  @Override
  public List<Finding> findings() {
    return exit != null
        ? List.of()
        : List.of(
            new Finding(
                "flight-recorder-missing",
                Finding.Severity.WARNING,
                "this JVM has no flight recorder, so there are no events of scopes and the exit",
                "run HotSpot with the module jdk.jfr and without -XX:-FlightRecorder"));
  }

  /** Makes no more events of scopes and bounded calls. Closing again does nothing. */
  @Override
  public void close() {
    if (listening != null) {
      listening.close();
    }
  }
}
