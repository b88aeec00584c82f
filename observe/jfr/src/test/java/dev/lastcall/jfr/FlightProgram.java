package dev.lastcall.jfr;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Registration;
import dev.lastcall.defer.DeferScope;
import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.CountDownLatch;

/** A program whose exit is on a flight recording; its argument says what is odd about it. */
@SuppressWarnings("SystemOut")
final class FlightProgram {
  private FlightProgram() {}

  /** What is odd about the program. */
  enum Oddity {
    NONE,
    /** A hook of its own halts the process while the JVM's hooks run. */
    HALTING_HOOK,
    /** The second cleanup never ends. */
    HANGING
  }

  /** Runs until it is signalled. */
  public static void main(String[] arguments) throws InterruptedException {
    Oddity oddity = Oddity.valueOf(arguments[0]);
    FlightEvents events = FlightEvents.start();
    FlightDump dump = FlightDump.create();
    Lastcall lastcall =
        Lastcall.builder().gracePeriod(ofSeconds(60)).recorder(events).listener(dump).install();
    lastcall.flushLast("flight-recordings", dump);
    lastcall.flushLast("audit", deadline -> {});
    Registration http = lastcall.defer(named("http").within(ofSeconds(5)), () -> say("http ends"));
    Registration cache =
        lastcall.defer(
            named("cache").within(ofSeconds(5)).after(http),
            () -> {
              throw new IllegalStateException("cache is gone");
            });
    lastcall.defer(named("queue").within(ofMillis(200)).after(http), () -> Thread.sleep(60_000));
    if (oddity == Oddity.HANGING) {
      lastcall.defer(named("db").within(ofSeconds(50)).after(cache), FlightProgram::hang);
    }
    try (DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("unlock", () -> {});
    }
    lastcall.ready();
    if (oddity == Oddity.HALTING_HOOK) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(9)));
    }
    say("ready");
    lastcall.awaitExit();
  }

  private static void hang() throws InterruptedException {
    say("hangs");
    new CountDownLatch(1).await();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
