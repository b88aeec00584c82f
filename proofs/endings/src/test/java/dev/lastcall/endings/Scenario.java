package dev.lastcall.endings;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Logger;

/**
 * A service that ends in one particular way; each has three well-behaved cleanups beside what goes
 * wrong.
 */
enum Scenario {
  /** Nothing goes wrong. */
  ORDERLY,

  /**
   * Four cleanups hang for ever, deaf to interrupts, with bounds as long as the grace period
   * allows.
   */
  STUCK_AND_DEAF {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      for (int deaf = 1; deaf <= 4; deaf++) {
        lastcall.defer(named("deaf-" + deaf).within(ofSeconds(1)), Misdeeds::hangDeaf);
      }
    }
  },

  /** A cleanup never leaves its loop. */
  SPINNING {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.defer(named("spinner").within(ofMillis(300)), Misdeeds::spin);
    }
  },

  /** A cleanup hangs but ends when it is interrupted. */
  HANGING {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.defer(named("hanging").within(ofMillis(300)), Misdeeds::hang);
    }
  },

  /** A cleanup says that it has begun and then takes as long as it may. */
  WAITING_FOR_MORE_SIGNALS {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.flushLast("last-words", deadline -> System.out.println("flushed"));
      lastcall.defer(
          named("long").within(ofMinutes(1)),
          () -> {
            System.out.println("long begun");
            Misdeeds.hangDeaf();
          });
    }
  },

  /** The flush hangs as well as a cleanup. */
  STUCK_IN_THE_FLUSH {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.flushLast("calm", deadline -> System.out.println("calm flushed"));
      lastcall.flushLast("hung", new HangingTarget());
      lastcall.flushLast("last", deadline -> System.out.println("last flushed"));
    }
  },

  /** A request calls {@code System.exit}. */
  EXIT_FROM_A_REQUEST {
    @Override
    void serve(Lastcall lastcall) throws InterruptedException {
      Misdeeds.onRequestThread(() -> System.exit(7));
      lastcall.awaitExit();
    }
  },

  /** A cleanup calls {@code System.exit}. */
  EXIT_FROM_A_CLEANUP {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.defer(named("quitter").within(ofMillis(300)), () -> System.exit(9));
    }
  },

  /** {@code System.exit} is called while a lock is held that somebody's shutdown hook wants. */
  EXIT_HOLDING_A_LOCK_OF_A_HOOK {
    @Override
    void serve(Lastcall lastcall) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(Scenario::wantTheLock, "foreign-hook"));
      synchronized (Misdeeds.LOCK_OF_A_HOOK) {
        System.exit(3);
      }
    }
  },

  /** The main thread throws. */
  UNCAUGHT_IN_MAIN {
    @Override
    void serve(Lastcall lastcall) throws InterruptedException {
      throw new IllegalStateException("main is broken");
    }
  },

  /** The last thread that keeps the process alive ends. */
  LAST_THREAD_ENDS {
    @Override
    void serve(Lastcall lastcall) throws InterruptedException {
      System.out.println("nothing left to do");
    }
  },

  /** A request runs out of memory; the service goes on. */
  OUT_OF_MEMORY_ON_A_REQUEST {
    @Override
    void serve(Lastcall lastcall) throws InterruptedException {
      Misdeeds.onRequestThread(
          () -> {
            try {
              Misdeeds.exhaustTheHeap();
            } finally {
              System.out.println("request died");
            }
          });
      lastcall.awaitExit();
    }
  },

  /** A cleanup runs out of memory. */
  OUT_OF_MEMORY_IN_A_CLEANUP {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.defer("hoarder", Misdeeds::exhaustTheHeap);
    }
  },

  /** A cleanup runs out of stack. */
  STACK_OVERFLOW_IN_A_CLEANUP {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.defer("diver", Misdeeds::overflowTheStack);
    }
  },

  /** The heap is full and stays full. */
  HEAP_FULL {
    @Override
    void serve(Lastcall lastcall) throws InterruptedException {
      HeapFiller.fill();
      lastcall.awaitExit();
    }
  },

  /** Cleanups print far more than a pipe holds. */
  TALKATIVE {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      super.wire(lastcall);
      lastcall.defer(
          named("talker").within(ofMillis(500)), () -> System.out.println("x".repeat(1 << 21)));
    }
  },

  /** Cleanups log and commit flight-recorder events, one every 20 ms. */
  LOGGING {
    @Override
    void wire(Lastcall lastcall) throws Exception {
      Logger logger = fileLogger();
      lastcall.defer(
          "narrator",
          () -> {
            for (int line = 1; line <= 20; line++) {
              logger.info("narrated " + line);
              new NarratedEvent(line).commit();
              TimeUnit.MILLISECONDS.sleep(20);
            }
          });
    }
  };

  /**
   * Registers three cleanups in a row; scenarios add what goes wrong.
   *
   * @param lastcall where to register
   * @throws Exception if a part cannot be made
   */
  void wire(Lastcall lastcall) throws Exception {
    lastcall.defer("http", Misdeeds.saying("http closed"));
    lastcall.defer(named("outbox").after("http"), Misdeeds.saying("outbox closed"));
    lastcall.defer(named("db").after("outbox"), Misdeeds.saying("db closed"));
  }

  /**
   * Serves on the main thread.
   *
   * @param lastcall what is waited for
   * @throws InterruptedException if the wait is interrupted
   */
  void serve(Lastcall lastcall) throws InterruptedException {
    lastcall.awaitExit();
  }

  private static void wantTheLock() {
    synchronized (Misdeeds.LOCK_OF_A_HOOK) {
      System.out.println("foreign hook done");
    }
  }

  private static Logger fileLogger() throws IOException {
    Logger logger = Logger.getLogger("narrator");
    logger.setUseParentHandlers(false);
    logger.addHandler(new FileHandler("narrator.log"));
    return logger;
  }
}
