package dev.lastcall.runtime;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import sun.misc.Signal;

/**
 * A program that ends in the way that its first argument names; its working folder gets the report.
 */
@SuppressWarnings("SystemOut")
final class EndingProgram {
  /** What the process has; nothing here is meant to need it. */
  static final Duration GRACE = ofSeconds(20);

  private static final CountDownLatch STOPPED = new CountDownLatch(1);
  private static final CountDownLatch TOGETHER = new CountDownLatch(40);

  private EndingProgram() {}

  /** How the program ends. */
  enum Way {
    WAIT,
    STUCK,
    EXIT_BY_REQUEST_THREAD,
    EXIT_BY_CLEANUP,
    EXIT_WITH_LOCK,
    EXIT_BY_LASTCALL,
    MAIN_RETURNS,
    MAIN_THROWS,
    CHATTER,
    LAST_THREAD_IN_CLEANUP,
    FLUSH_HANGS,
    HANDLER_REPLACED,
    HANDLER_BEFORE,
    HOOK_HANGS,
    LATECOMER,
    LISTENER_HANGS,
    FAN
  }

  /** Ends in the way that the first argument names. */
  public static void main(String[] arguments) throws Exception {
    Way way = Way.valueOf(arguments[0]);
    if (way == Way.HANDLER_BEFORE) {
      Signal.handle(new Signal("TERM"), signal -> say("old handler"));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> foreignHook(way)));
    Lastcall.Builder builder =
        Lastcall.builder()
            .gracePeriod(way == Way.HOOK_HANGS ? ofSeconds(3) : GRACE)
            .reportDirectory(Path.of("reports"));
    if (way == Way.LISTENER_HANGS) {
      builder.listener(event -> sleepForEver());
    }
    Lastcall lastcall = builder.install();
    Object lock = new Object();
    register(lastcall, way, lock);
    lastcall.ready();
    say("ready");
    begin(lastcall, way, lock);
  }

  private static void register(Lastcall lastcall, Way way, Object lock) {
    Registration http = lastcall.defer(named("http").within(ofSeconds(2)), () -> http(way));
    lastcall.defer(
        named("db").within(way == Way.STUCK ? ofSeconds(2) : ofSeconds(1)).after(http),
        () -> db(lastcall, way, lock));
    for (int i = 0; way == Way.FAN && i < TOGETHER.getCount(); i++) {
      lastcall.defer(named("fan-" + i).within(ofSeconds(10)), EndingProgram::meet);
    }
    lastcall.flushLast(
        "audit",
        deadline -> {
          Files.writeString(Path.of("audit"), "flushed");
          if (way == Way.FLUSH_HANGS && Files.exists(Path.of("begun"))) {
            sleepForEver();
          }
        });
  }

  private static void begin(Lastcall lastcall, Way way, Object lock) throws Exception {
    switch (way) {
      case EXIT_BY_REQUEST_THREAD -> new Thread(() -> System.exit(3), "request-7").start();
      case EXIT_WITH_LOCK -> {
        synchronized (lock) {
          System.exit(4);
        }
      }
      case EXIT_BY_LASTCALL -> lastcall.exit(7);
      case MAIN_THROWS -> throw new IllegalStateException("main fails");
      case MAIN_RETURNS -> {
        return;
      }
      case CHATTER -> chatter();
      case LAST_THREAD_IN_CLEANUP -> new Thread(EndingProgram::serve, "server").start();
      case HANDLER_REPLACED -> Signal.handle(new Signal("TERM"), signal -> say("taken"));
      default -> lastcall.awaitExit();
    }
    if (way == Way.HANDLER_REPLACED) {
      lastcall.ready();
      say("retaken");
    }
    if (way != Way.LAST_THREAD_IN_CLEANUP) {
      lastcall.awaitExit();
    }
  }

  private static void serve() {
    try {
      STOPPED.await();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns only when all cleanups of the fan run at once. */
  private static void meet() throws InterruptedException {
    TOGETHER.countDown();
    TOGETHER.await();
  }

  private static void http(Way way) throws IOException {
    Files.writeString(Path.of("begun"), "");
    STOPPED.countDown();
    say("http stopped");
    if (way == Way.EXIT_BY_CLEANUP) {
      System.exit(9);
    }
  }

  private static void db(Lastcall lastcall, Way way, Object lock) {
    switch (way) {
      case STUCK, FLUSH_HANGS -> {
        say("db begins");
        sleepForEver();
      }
      case EXIT_WITH_LOCK -> {
        synchronized (lock) {
          say("never");
        }
      }
      case LATECOMER -> late(lastcall);
      default -> LockSupport.parkNanos(ofMillis(300).toNanos());
    }
    say("db closed");
  }

  private static void late(Lastcall lastcall) {
    try {
      lastcall.closing(named("late"), () -> say("late closed"));
    } catch (Exception refusal) {
      say("refused: " + refusal.getMessage());
    }
  }

  private static void foreignHook(Way way) {
    say("foreign hook");
    if (way == Way.HOOK_HANGS) {
      sleepForEver();
    }
  }

  private static void chatter() {
    Thread talker =
        new Thread(
            () -> {
              while (true) {
                System.out.println("chatter".repeat(100));
                System.err.println("chatter".repeat(100));
              }
            });
    talker.setDaemon(true);
    talker.start();
  }

  /** To a file, because what is printed may be lost in a pipe. */
  private static synchronized void say(String line) {
    try {
      Files.writeString(
          Path.of("said"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void sleepForEver() {
    while (true) {
      LockSupport.parkNanos(ofSeconds(100).toNanos());
      Thread.interrupted();
    }
  }
}
