package dev.lastcall.flush;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.ExitReport.FlushReport;
import dev.lastcall.api.ExitReport.TargetReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.FlushTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The flush at the very end: it runs the registered targets once, inside the reserve, whatever else
 * hangs.
 *
 * <p>Its threads are started at start-up and parked. The timekeeper {@code lc:last-gasp} never runs
 * foreign code before the flush is over; the targets run one after another on {@code lc:flush-N},
 * and one that outlasts its share is overtaken: the next target starts on another of these threads.
 * From its trigger to its end the flush creates no thread, takes no lock, and allocates nothing
 * itself but the stack sample of a target that hangs. One compare-and-set decides between {@link
 * #flush}, the armed deadline and {@link #flushNow}, so that it never runs twice.
 *
 * <p>It knows nothing of cleanups and their threads, so it works when they are stuck. Thread-safe.
 */
public final class LastGasp implements AutoCloseable {
  /** The flush slice when nobody asked for another one: 100 ms. */
  public static final Duration DEFAULT_FLUSH = Duration.ofMillis(100);

  private static final TargetRun.Call FLUSH = (target, end) -> target.target().flush(end);

  private final Ticker ticker;
  private final GaspCrew crew = new GaspCrew(LastGasp::daemon);
  private final Thread timekeeper = daemon("lc:last-gasp", this::keepWatch);
  private final Surroundings surroundings = new Surroundings(Path.of("/"));
  private final Object registering = new Object();
  private final Object rehearsals = new Object();
  private final Decision decision = new Decision();
  private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();
  private final AtomicReference<@Nullable FlushRun> submitted = new AtomicReference<>();
  private final AtomicReference<@Nullable FlushRun> rehearsing = new AtomicReference<>();
  private volatile GaspTarget[] targets = new GaspTarget[0];
  private volatile Reserve reserve = new ReserveParts(DEFAULT_FLUSH).sum();
  private volatile boolean closed;

  private LastGasp(Ticker ticker) {
    this.ticker = ticker;
  }

  /**
   * Starts the gasp threads, which park until they are needed.
   *
   * @param ticker the clock of every deadline that will be handed in
   * @return a last gasp without targets
   * @throws IllegalArgumentException if the ticker is null
   */
  public static LastGasp start(Ticker ticker) {
    LastGasp gasp = new LastGasp(Arguments.given("ticker", ticker));
    gasp.crew.growFor(0);
    gasp.timekeeper.start();
    return gasp;
  }

  /** The only place of this room that makes threads, none of them after the exit has begun. */
  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(null, body, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Registers a target behind those that are registered already, and starts a thread for it.
   *
   * @param name its name, unique among the targets
   * @param target what to flush
   * @throws IllegalArgumentException if the name is not one or is taken, or the target is null
   * @throws IllegalStateException if the exit has begun
   */
  public void add(String name, FlushTarget target) {
    GaspTarget added =
        new GaspTarget(Arguments.nameOf("name", name), Arguments.given("target", target));
    synchronized (registering) {
      if (hasBegun()) {
        throw new IllegalStateException(
            Arguments.text("target", name, "to be registered before the exit begins"));
      }
      GaspTarget[] now = targets;
      if (Arrays.stream(now).anyMatch(known -> known.name().equals(name))) {
        throw Arguments.refusal("name", '"' + name + '"', "a name no other flush target has");
      }
      GaspTarget[] grown = Arrays.copyOf(now, now.length + 1);
      grown[now.length] = added;
      crew.growFor(grown.length);
      targets = grown;
    }
  }

  private boolean hasBegun() {
    return !decision.isOpen() || armed.get() != null;
  }

  /**
   * Rehearses every target three times (cold, warm, warm) on the gasp threads and keeps how long
   * the last time took. Returns at once if the exit has begun, and gives way when it begins.
   *
   * @param deadline the end of the rehearsal; a target that hangs uses its share of a third of it
   * @return {@code flush-target-failed} for a target that threw or hung, {@code flush-target-slow}
   *     for one that takes more than 50 ms when warm
   * @throws IllegalArgumentException if the deadline is null
   */
  public List<Finding> rehearse(Deadline deadline) {
    Arguments.given("deadline", deadline);
    synchronized (rehearsals) {
      Rehearsal rehearsal = new Rehearsal(this::perform);
      List<Finding> findings = rehearsal.rehearse(targets, deadline);
      if (!hasBegun()) {
        crew.replace(rehearsal.stuck());
      }
      return findings;
    }
  }

  /** Has the gasp threads do a rehearsal; the exit, when it begins, cuts it. */
  private boolean perform(FlushRun run) {
    rehearsing.set(run);
    if (!hasBegun() && submitted.compareAndSet(null, run)) {
      LockSupport.unpark(timekeeper);
      run.await();
    }
    rehearsing.set(null);
    return !hasBegun();
  }

  /**
   * Works out the reserve from what is known now: the asked flush slice, the rehearsed times, the
   * CPU quota (read at start-up), the threads in native code and the touched heap. Takes one dump
   * of innermost frames; call it at start-up, and again when the exit begins.
   *
   * @param minimum the flush slice that was asked for, {@link #DEFAULT_FLUSH} if nobody did
   * @return the reserve, which is also what the flush report will say
   * @throws IllegalArgumentException if the minimum is null, zero or negative
   */
  public Reserve reserve(Duration minimum) {
    Reserve chosen = surroundings.reserve(Arguments.positive("minimum", minimum), rehearsed());
    reserve = chosen;
    return chosen;
  }

  private Duration rehearsed() {
    return Arrays.stream(targets).map(GaspTarget::rehearsed).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Arms the gasp: at a deadline it flushes by itself, unless {@link #flush} came first. The first
   * arming counts, later ones are ignored. Ends a rehearsal that is under way.
   *
   * @param flushAt when to begin if nothing else did
   * @param end when to stop waiting for targets; a {@link #flushNow} gets the same length of time
   * @param afterwards what to do with the report, on the gasp thread; the runtime halts there. Not
   *     called if {@link #flush} came first
   * @throws IllegalArgumentException if an argument is null
   */
  public void arm(Deadline flushAt, Deadline end, Consumer<FlushReport> afterwards) {
    Armed arming =
        new Armed(
            Arguments.given("flushAt", flushAt),
            Arguments.given("end", end),
            new FlushRun(targets, FLUSH, end),
            Arguments.given("afterwards", afterwards),
            Armed.unspoken(targets, reserve));
    if (armed.compareAndSet(null, arming)) {
      if (decision.isGasp()) {
        arming.hurry(ticker);
      }
      wake();
    }
  }

  /**
   * Wakes the armed gasp at once; before it is armed, as soon as it is. Does nothing if a flush has
   * begun. Does not block, and may be called from a signal handler.
   */
  public void flushNow() {
    if (decision.wantGasp()) {
      Armed arming = armed.get();
      if (arming != null) {
        arming.hurry(ticker);
      }
      wake();
    }
  }

  /**
   * Flushes now, on the gasp threads, and waits for it: the graceful end. The armed gasp stands
   * down for good.
   *
   * @param end when to stop waiting for targets
   * @param each told of every target when all have ended, on the calling thread
   * @return the report; empty if a flush had begun before
   * @throws IllegalArgumentException if an argument is null
   */
  public Optional<FlushReport> flush(Deadline end, Consumer<TargetReport> each) {
    Arguments.given("end", end);
    Arguments.given("each", each);
    if (!decision.flushGracefully()) {
      return Optional.empty();
    }
    FlushRun run = new FlushRun(targets, FLUSH, end);
    submitted.set(run);
    wake();
    run.await();
    FlushReport report = report(run, false);
    report.targets().forEach(each);
    return Optional.of(report);
  }

  /** Ends a rehearsal, which the exit does not wait for, and wakes the timekeeper. */
  private void wake() {
    FlushRun cut = rehearsing.get();
    if (cut != null) {
      cut.close();
    }
    LockSupport.unpark(timekeeper);
  }

  /** Ends the gasp threads; a target that hangs keeps its own. Nothing is flushed any more. */
  @Override
  public void close() {
    decision.close();
    closed = true;
    crew.leave();
    wake();
  }

  private void keepWatch() {
    while (!closed) {
      try {
        LockSupport.parkNanos(this, step());
      } catch (Throwable ignored) {
        // Nothing may end this thread: it is the last one that can still do something.
      }
    }
  }

  /** Does what is due and returns for how many nanoseconds nothing else will be. */
  private long step() {
    FlushRun run = submitted.getAndSet(null);
    if (run != null) {
      run.keepTime(crew);
      return 0;
    }
    Armed arming = armed.get();
    if (arming == null) {
      return Long.MAX_VALUE;
    }
    long left = arming.flushAt().remainingNanos();
    if (left == 0) {
      decision.wantGasp();
    }
    if (decision.beginGasp()) {
      gasp(arming);
    }
    return decision.isOpen() ? left : Long.MAX_VALUE;
  }

  private void gasp(Armed arming) {
    FlushReport report = arming.unspoken();
    try {
      arming.run().keepTime(crew);
      report = report(arming.run(), true);
    } catch (Throwable ignored) {
      // No memory for the report: the prepared one says so.
    }
    arming.afterwards().accept(report);
  }

  private FlushReport report(FlushRun run, boolean lastGasp) {
    Reserve chosen = reserve;
    return new FlushReport(chosen.length(), chosen.reasons(), lastGasp, run.reports());
  }
}
