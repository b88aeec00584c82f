package dev.lastcall.jfr;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofSeconds;

import dev.lastcall.defer.DeferScope;
import dev.lastcall.runtime.Lastcall;

/** The program of {@code docs/jfr.md}. */
@SuppressWarnings("SystemOut")
final class FlightExample {
  private FlightExample() {}

  /** Runs until it is signalled. */
  public static void main(String[] arguments) throws InterruptedException {
    // begin install
    FlightEvents events = FlightEvents.start();
    FlightDump dump = FlightDump.create();
    Lastcall lastcall = Lastcall.builder().recorder(events).listener(dump).install();
    lastcall.flushLast("flight-recordings", dump);

    lastcall.defer(named("db").within(ofSeconds(3)), () -> System.out.println("pool closed"));
    lastcall.ready();
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("audit", () -> System.out.println("audited"));
    }
    // end install
    lastcall.awaitExit();
  }
}
