package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupAdmission;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Cleanups;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Registration;
import dev.lastcall.api.TraceContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The way in which this process ends: installed once, told what to clean up, and from then on the
 * process leaves inside its grace period, in order, with a report.
 *
 * <pre>{@code
 * Lastcall lastcall = Lastcall.builder().install();
 * Registration http = lastcall.defer(named("http").within(ofSeconds(15)), server::stop);
 * lastcall.defer(named("db").within(ofSeconds(3)).after(http), pool::close);
 * lastcall.ready();
 * }</pre>
 *
 * <p>The exit begins with SIGTERM, SIGINT or SIGHUP, with {@link #exit}, with the last thread's end
 * or with the JVM's own shutdown; {@code docs/how-the-end-begins.md} tells the rest. Thread-safe.
 */
public final class Lastcall implements Cleanups {
  private static final OnePerProcess<Lastcall> INSTALLED = new OnePerProcess<>();

  private final Installation installation;
  private final ExitSetup setup;
  private final Admission admission;

  private Lastcall(Settings settings) {
    installation = new Installation(Assembly.of(settings, Surroundings.ofThisProcess()));
    setup = installation.parts().setup();
    admission = new Admission(settings.admissions, settings.mode, setup.findings()::add);
  }

  /** Begins to describe the exit; every setting has a default. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Registration defer(CleanupSpec spec, Cleanup cleanup) {
    return installation.coordinator("defer").defer(admission.admitted(spec, cleanup), cleanup);
  }

  @Override
  public Registration deferAsync(CleanupSpec spec, AsyncCleanup cleanup) {
    return installation
        .coordinator("deferAsync")
        .deferAsync(admission.admitted(spec, cleanup), cleanup);
  }

  @Override
  public <T extends AutoCloseable> T closing(CleanupSpec spec, T resource) {
    return installation.closing(
        admission.admitted(spec, resource), Arguments.given("resource", resource));
  }

  @Override
  public void flushLast(String name, FlushTarget target) {
    installation.gasp("flushLast").add(name, target);
  }

  /**
   * Ends the start-up: checks the plan, rehearses flush and exit, prints what was found, and turns
   * readiness on. Cleanups that are registered later are checked one by one.
   *
   * @throws IllegalArgumentException if an {@code after} names a cleanup that is not registered
   * @throws IllegalStateException if the plan does not fit the grace period and the mode is strict
   */
  public void ready() {
    installation.ready();
  }

  /** Returns what an exit would do now: the graph, the critical path and the verdict. */
  public ExitPlan plan() {
    return setup.coordinator().plan();
  }

  /** Returns the counter of requests in flight, by which the drain knows that it is quiet. */
  public InFlight requests() {
    return setup.traffic().requests();
  }

  /** Returns what says whether new requests should be sent here. */
  public Readiness readiness() {
    return setup.traffic().readiness();
  }

  /** Returns the port of the progress endpoint; empty unless the builder opened one. */
  public OptionalInt port() {
    return setup.traffic().endpoint().stream().mapToInt(ProgressEndpoint::port).findFirst();
  }

  /** Returns what a person should know about the exit to come; see {@code docs/findings.md}. */
  public List<Finding> findings() {
    return setup.findings().list();
  }

  /**
   * Begins the exit and returns; the process ends soon after, with this code, 0 to 255, if all
   * completes. Does nothing if an exit has begun.
   */
  public void exit(int code) {
    installation.exit(Arguments.between("code", code, 0, 255));
  }

  /**
   * Waits until the process ends, so that {@code main} need not return before; returns only after
   * {@link #uninstall} or inside the JVM's own shutdown.
   */
  public void awaitExit() throws InterruptedException {
    installation.awaitExit();
  }

  /**
   * Takes everything away again without running a cleanup, for tests and hot redeploys. Whatever is
   * registered afterwards is refused with an {@link IllegalStateException}.
   *
   * @throws IllegalStateException if the exit has begun
   */
  public void uninstall() {
    INSTALLED.remove(this, installation::remove);
  }

  /**
   * Says what the exit of this process is to be like. A value out of its range is refused with an
   * {@link IllegalArgumentException}; every setting returns this builder. Not thread-safe; used
   * once.
   */
  public static final class Builder {
    private final Settings settings = new Settings();

    private Builder() {}

    /** Sets how long the process may take to end, above zero; discovered unless set. */
    public Builder gracePeriod(Duration length) {
      settings.gracePeriod = Optional.of(Arguments.positive("gracePeriod", length));
      return this;
    }

    /** Sets what a {@code preStop} hook spends of the grace period; 0 unless set, below it. */
    public Builder preStop(Duration length) {
      settings.preStop = Arguments.notNegative("preStop", length);
      return this;
    }

    /**
     * Sets the least time that the flush targets have at the end; 100 ms unless set, and more where
     * rehearsal, CPU quota, threads in native code or heap ask for it. Above zero.
     */
    public Builder flushReserve(Duration length) {
      settings.flushReserve = Arguments.positive("flushReserve", length);
      return this;
    }

    /** Sets whether a plan that does not fit is refused or scaled; permissive unless set. */
    public Builder mode(Mode mode) {
      settings.mode = Arguments.given("mode", mode);
      return this;
    }

    /**
     * Sets how long to go on serving while load balancers learn that the process is not ready;
     * unless set, 5 s in Kubernetes and 0 elsewhere. Ends early when it is quiet. Zero or more.
     */
    public Builder preDrain(Duration length) {
      settings.preDrain = Optional.of(Arguments.notNegative("preDrain", length));
      return this;
    }

    /**
     * Sets for how long no request may be in flight or arrive until it counts as quiet; unless set,
     * 1 s in Kubernetes and 0 elsewhere. Zero or more.
     */
    public Builder quietPeriod(Duration length) {
      settings.quietPeriod = Optional.of(Arguments.notNegative("quietPeriod", length));
      return this;
    }

    /** Sets the longest drain, which spares what the plan needs; 10 s unless set, zero is none. */
    public Builder drainAtMost(Duration length) {
      settings.drainAtMost = Optional.of(Arguments.notNegative("drainAtMost", length));
      return this;
    }

    /**
     * Opens {@code GET /ready}, {@code /live} and {@code /progress} on every address; closed unless
     * set. 0 is any free port.
     */
    public Builder endpoint(int port) {
      settings.endpoint = OptionalInt.of(Arguments.between("endpoint", port, 0, 65_535));
      return this;
    }

    /**
     * Sets the folder for the JSON report; unless set, {@code LASTCALL_REPORT_DIRECTORY}, else none
     * is written. Made if it does not exist.
     */
    public Builder reportDirectory(Path folder) {
      settings.reportDirectory = Optional.of(Arguments.given("reportDirectory", folder));
      return this;
    }

    /**
     * Sets the file for the last words, at most 4096 bytes; unless set, {@code
     * /dev/termination-log} where it exists. Made if it does not exist.
     */
    public Builder terminationMessage(Path file) {
      settings.terminationMessage = Optional.of(Arguments.given("terminationMessage", file));
      return this;
    }

    /** Sets the exit codes; {@link ExitCodes#defaults()} unless set. */
    public Builder exitCodes(ExitCodes codes) {
      settings.exitCodes = Arguments.given("exitCodes", codes);
      return this;
    }

    /**
     * Sets the bridge to the application's tracing; none unless set. It is captured at registration
     * and restored around each cleanup.
     */
    public Builder traceContext(TraceContext context) {
      settings.traceContext = Arguments.given("traceContext", context);
      return this;
    }

    /** Adds a listener, which is told of every event of the exit. */
    public Builder listener(ExitListener listener) {
      settings.listeners.add(Arguments.given("listener", listener));
      return this;
    }

    /**
     * Adds a listener that is told at once, on the thread on which a thing happens. Called on
     * several threads; it must neither wait nor throw, because the exit waits for it.
     */
    public Builder recorder(ExitListener recorder) {
      settings.recorders.add(Arguments.given("recorder", recorder));
      return this;
    }

    /** Adds a rule that every cleanup is judged by when it is registered. */
    public Builder admission(CleanupAdmission admission) {
      settings.admissions.add(Arguments.given("admission", admission));
      return this;
    }

    /** Adds a receiver of the report, called once, inside the grace period; it has 1 s at most. */
    public Builder onReport(Consumer<ExitReport> receiver) {
      return listener(EventQueue.reportsTo(Arguments.given("onReport", receiver)));
    }

    /** Sets how many cleanups can run at once, 1 to 1000; unless set all that can, up to 64. */
    public Builder workers(int threads) {
      settings.workers = OptionalInt.of(Arguments.between("workers", threads, 1, 1000));
      return this;
    }

    /** Sets what the application calls its version; unless set, {@code LASTCALL_VERSION}. */
    public Builder version(String version) {
      settings.version = Optional.of(Arguments.given("version", version));
      return this;
    }

    /** Prints nothing to the standard error stream. */
    public Builder quiet() {
      settings.quiet = true;
      return this;
    }

    /**
     * Puts everything in place.
     *
     * @throws IllegalArgumentException if the settings do not fit each other or the platform
     * @throws IllegalStateException if Lastcall is installed already, or the JVM is shutting down
     */
    public Lastcall install() {
      return INSTALLED.put(
          () -> new Lastcall(settings),
          Arguments.text("install", "the second", "one a process; uninstall() the first"));
    }
  }
}
