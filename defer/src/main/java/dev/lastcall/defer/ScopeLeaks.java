package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds scopes that were never closed, when they are garbage collected.
 *
 * <p>A watched scope holds a {@link Token}, and nobody else does; so the token becomes unreachable
 * with the scope, and a scope that is not watched stays a plain object, which the compiler may take
 * apart. Thread-safe.
 */
final class ScopeLeaks {
  /** The system property with the {@link Level}. */
  static final String PROPERTY = "lastcall.scope.leaks";

  /** Between two samples at least. */
  static final long SHORTEST_PAUSE_MILLIS = 100;

  /** How seldom the thread wakes in a process that opens no scopes. */
  static final long LONGEST_PAUSE_MILLIS = 12_800;

  /** Which scopes are watched. */
  enum Level {
    /** None. */
    OFF,
    /** Up to ten a second. */
    SAMPLED,
    /** Every one. */
    ALL;

    /** The level of a setting; {@link #SAMPLED} if it is missing or unknown. */
    static Level of(@Nullable String setting) {
      for (Level level : values()) {
        if (level.name().toLowerCase(Locale.ROOT).equals(setting)) {
          return level;
        }
      }
      return SAMPLED;
    }
  }

  /**
   * Whether the next scope is to be watched. Every opening reads it: neither volatile, so that the
   * read is free, nor counted, so that threads do not fight for a line. A sample may be taken twice
   * or come late; that is all that a race can do.
   */
  private static boolean nextIsWatched = Shared.LEVEL != Level.OFF;

  private final ReferenceQueue<Token> collected = new ReferenceQueue<>();
  private final Set<Opening> openings = ConcurrentHashMap.newKeySet();
  private final Set<StackTraceElement> placesTold = ConcurrentHashMap.newKeySet();
  private final AtomicLong leaked = new AtomicLong();
  private final Consumer<Throwable> report;

  /**
   * Makes a detector without a thread.
   *
   * @param report is given the stack of the opening of each place that leaks, once
   */
  ScopeLeaks(Consumer<Throwable> report) {
    this.report = report;
  }

  static boolean isNextWatched() {
    return nextIsWatched;
  }

  /** Watches the scope that the caller is opening; null if that is not possible. */
  static @Nullable Token watchNext() {
    nextIsWatched = Shared.LEVEL == Level.ALL;
    try {
      return Shared.startedDetector().watch();
    } catch (Throwable e) {
      // No thread or no memory to be had: a scope matters more than the search for leaks.
      return null;
    }
  }

  /** How many scopes of this process have leaked. */
  static long leaked() {
    return Shared.DETECTOR.leaked.get();
  }

  /** Watches a scope: the caller is its opener. */
  Token watch() {
    Token token = new Token();
    token.opening = new Opening(token, collected, openings);
    openings.add(token.opening);
    return token;
  }

  /** How many of the watched scopes are neither closed nor found. */
  int watching() {
    return openings.size();
  }

  /** How many scopes have leaked. */
  long found() {
    return leaked.get();
  }

  /**
   * Waits for a leak, and reports it.
   *
   * @param millis how long to wait, above zero
   * @return whether there was one
   */
  boolean awaitLeak(long millis) throws InterruptedException {
    Reference<? extends Token> found = collected.remove(millis);
    if (!(found instanceof Opening opening) || !openings.remove(opening)) {
      return false;
    }
    leaked.incrementAndGet();
    if (placesTold.add(opening.place())) {
      report.accept(opening.stack);
    }
    return true;
  }

  /** The thread's work: reports what is found, and asks for the next sample now and then. */
  private void detect() {
    long pause = SHORTEST_PAUSE_MILLIS;
    while (true) {
      try {
        boolean wasLeak = awaitLeak(pause);
        if (!wasLeak && Shared.LEVEL == Level.SAMPLED) {
          pause = nextIsWatched ? Math.min(2 * pause, LONGEST_PAUSE_MILLIS) : SHORTEST_PAUSE_MILLIS;
          nextIsWatched = true;
        }
      } catch (Throwable e) {
        // An interrupt, no memory, or the fault of a logger: there may be other leaks.
        pause = LONGEST_PAUSE_MILLIS;
      }
    }
  }

  /** What a watched scope holds: as long as the scope lives, and no longer. */
  static final class Token implements ScopeWatch {
    private @Nullable Opening opening;

    private Token() {}

    @Override
    public @Nullable Throwable close(
        Object @Nullable [] overflow, int count, @Nullable Duration bound) {
      closed();
      return overflow == null || count <= 0 ? null : ScopeOverflow.drain(overflow, count, bound);
    }

    /** Ends the watch: the scope is closed. */
    void closed() {
      try {
        if (opening != null) {
          opening.end();
        }
      } finally {
        Reference.reachabilityFence(this);
      }
    }
  }

  /** Where a watched scope was opened. */
  private static final class Opening extends PhantomReference<Token> {
    private final Throwable stack =
        new Throwable("opened by thread " + Thread.currentThread().getName());
    private final Set<Opening> openings;

    Opening(Token token, ReferenceQueue<Token> collected, Set<Opening> openings) {
      super(token, collected);
      this.openings = openings;
    }

    void end() {
      openings.remove(this);
      clear();
    }

    /** The innermost frame that is not ours. */
    StackTraceElement place() {
      String ours = ScopeLeaks.class.getPackageName() + ".";
      StackTraceElement[] frames = stack.getStackTrace();
      for (StackTraceElement frame : frames) {
        if (!frame.getClassName().startsWith(ours)) {
          return frame;
        }
      }
      return new StackTraceElement(ours, "unknown", null, -1);
    }
  }

  /** The detector of this process. */
  private static final class Shared {
    static final Level LEVEL = Level.of(System.getProperty(PROPERTY));
    static final ScopeLeaks DETECTOR = new ScopeLeaks(Shared::warn);

    private Shared() {}

    static ScopeLeaks startedDetector() {
      return Started.DETECTOR;
    }

    private static void warn(Throwable opening) {
      System.getLogger(ScopeLeaks.class.getPackageName())
          .log(
              System.Logger.Level.WARNING,
              "A scope was never closed; what it deferred has not been run. It was opened here:",
              opening);
    }

    /** Made with the first watched scope. */
    private static final class Started {
      static final ScopeLeaks DETECTOR = Shared.DETECTOR;

      static {
        checkSetting();
        CleanupThreads.startDaemon("lc:scope-leaks", DETECTOR::detect);
      }

      private static void checkSetting() {
        String setting = System.getProperty(PROPERTY);
        if (setting != null && !LEVEL.name().toLowerCase(Locale.ROOT).equals(setting)) {
          System.getLogger(ScopeLeaks.class.getPackageName())
              .log(
                  System.Logger.Level.WARNING,
                  Arguments.text(PROPERTY, setting, "off, sampled or all"));
        }
      }
    }
  }
}
