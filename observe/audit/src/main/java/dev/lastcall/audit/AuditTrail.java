package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.Finding;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A record of every run of an audited cleanup that nobody can alter unnoticed, and that a killed
 * process leaves as well.
 *
 * <pre>{@code
 * AuditTrail trail = AuditTrail.in(folder).service("orders").keys(AuditKeys.fromFile(keyFile)).open();
 * Lastcall lastcall = Lastcall.builder().recorder(trail).admission(AuditPolicy.everyCleanup()).install();
 * lastcall.defer(named("db").audited("CHG-7", "close-db-connection"), pool::close);
 * lastcall.flushLast("audit", trail);
 * }</pre>
 *
 * <p>Every run has two lines of JSON, of its begin and its end, which the calling thread appends to
 * a memory-mapped journal; a thread behind it chains them by their hashes, writes them to {@code
 * audit-NUMBER-DATE.jsonl} and seals them. A run that its process was killed in gets its end from
 * the next one that opens the folder: {@code unknown-killed}. The page {@code docs/audit.md} shows
 * the lines.
 *
 * <p>Nothing here throws or waits for a disk while cleanups run; what cannot be kept is counted,
 * and the next line that can says how many it were. Thread-safe.
 */
public final class AuditTrail implements ExitListener, FlushTarget, AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Spool spool;
  private final RunLog log;
  private final ExitRuns exitRuns;
  private final SealTimer timer;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private AuditTrail(Spool spool, Origin origin, InstantSource clock, Duration sealAfter) {
    this.spool = spool;
    this.log = new RunLog(spool, origin, clock);
    this.exitRuns = new ExitRuns(log);
    this.timer = SealTimer.start(log, sealAfter);
    log.append(LineType.OPENED, text -> text.opened(log.now()));
  }

  /**
   * Begins to describe a trail.
   *
   * @param folder where its files are, for one process at a time; made if it does not exist, its
   *     journal in the folder {@code journal} within
   * @return the builder
   * @throws IllegalArgumentException if the folder is null
   */
  public static Builder in(Path folder) {
    return new Builder(Arguments.given("folder", folder));
  }

  /** Puts the audited cleanups of the exit on record, and that auditing ends with it. */
  @Override
  public void onEvent(ExitEvent event) {
    exitRuns.on(Arguments.given("event", event));
    if (event instanceof ExitEvent.ExitEnded) {
      sayClosed();
    }
  }

  /**
   * Puts on record that a run begins.
   *
   * @param run what is known of it
   * @return to say how it ended
   */
  public AuditedRun begin(AuditRun run) {
    return AuditedRun.begin(log, Arguments.given("run", run), "");
  }

  /**
   * Puts on record a run that is over, such as one that was skipped.
   *
   * @param run what is known of it
   * @param outcome how it ended, and how long it took
   * @return whether that is kept, so that it outlives the process
   */
  public boolean ran(AuditRun run, Outcome outcome) {
    return AuditedRun.over(
        log, Arguments.given("run", run), "", Arguments.given("outcome", outcome));
  }

  /**
   * Returns a cleanup that puts its runs on record wherever it runs, such as in a scope. What the
   * exit graph runs under an audit identity is on record without it.
   *
   * @param run what is known of each of its runs
   * @param cleanup the action
   * @return the same action, between two lines
   */
  public PlainCleanup audited(AuditRun run, PlainCleanup cleanup) {
    Arguments.given("cleanup", cleanup);
    return AuditedCleanups.plain(log, Arguments.given("run", run), cleanup);
  }

  /**
   * Returns a cleanup that is told its deadline and puts its runs on record wherever it runs.
   *
   * @param run what is known of each of its runs; a trace it lacks is that of the context
   * @param cleanup the action
   * @return the same action, between two lines
   */
  public Cleanup audited(AuditRun run, Cleanup cleanup) {
    Arguments.given("cleanup", cleanup);
    return AuditedCleanups.told(log, Arguments.given("run", run), cleanup);
  }

  /**
   * Waits until everything that was put on record is in the trail and sealed.
   *
   * @param deadline how long to wait
   * @throws IOException if it was not in time; it is not lost, the next start does it
   */
  @Override
  public void flush(Deadline deadline) throws IOException {
    log.seal();
    spool.flush(deadline);
  }

  /** {@return why nothing can be put on record any more, empty while it can} */
  public Optional<Finding> failure() {
    return spool.failure();
  }

  /** {@return how many lines could not be kept, such as those of a full disk; only ever rising} */
  public long lost() {
    return log.lost();
  }

  /**
   * Ends auditing: says so in the trail, seals it and gives the folder up to the next owner.
   * Closing twice does nothing.
   *
   * @param deadline how long to wait
   * @return whether everything is in the trail; if not, the next that opens the folder does it
   */
  public boolean close(Deadline deadline) {
    sayClosed();
    timer.close();
    return spool.close(deadline);
  }

  /** Closes with a deadline of 5 s. */
  @Override
  public void close() {
    close(Deadline.after(CLOSING));
  }

  private void sayClosed() {
    if (isClosed.compareAndSet(false, true)) {
      log.append(LineType.CLOSED, text -> text.closed(log.now()));
    }
  }

  /** Says what an audit trail is to be like. Not thread-safe; used once. */
  public static final class Builder {
    /** How long lines are kept unless set: 180 days. */
    public static final Duration USUAL_RETENTION = Duration.ofDays(180);

    private static final int LEAST_ROTATE = 4 << 10;
    private static final int MOST_ROTATE = 1 << 30;
    private static final int MOST_SEAL_LINES = 1_000_000;

    private final Path folder;
    private String service = "";
    private String actor = "";
    private @Nullable AuditKeys keys;
    private boolean isUnsealed;
    private Duration retention = USUAL_RETENTION;
    private int rotateBytes = 16 << 20;
    private int sealLines = 1_000;
    private Duration sealAfter = Duration.ofMinutes(1);
    private boolean groupReadable;
    private @Nullable Path anchor;
    InstantSource clock = InstantSource.system();
    private Consumer<Finding> findings = finding -> {};

    Builder(Path folder) {
      this.folder = folder;
    }

    /** Sets what the process is, 1 to 200 characters; has to be set. */
    public Builder service(String name) {
      service = Origin.name("service", name);
      return this;
    }

    /** Sets on whose behalf it cleans up, 1 to 200 characters; not said unless set. */
    public Builder actor(String name) {
      actor = Origin.name("actor", name);
      return this;
    }

    /** Sets the keys of the seals; they or {@link #withoutSeals} have to be set. */
    public Builder keys(AuditKeys given) {
      keys = Arguments.given("keys", given);
      return this;
    }

    /** Does without keys: a trail that was written anew from some line on is not found then. */
    public Builder withoutSeals() {
      isUnsealed = true;
      return this;
    }

    /** Sets how long lines are kept, a day at least; {@link #USUAL_RETENTION} unless set. */
    public Builder retention(Duration kept) {
      if (Arguments.positive("retention", kept).compareTo(Duration.ofDays(1)) < 0) {
        throw Arguments.refusal("retention", kept, "a day at least");
      }
      retention = kept;
      return this;
    }

    /** Sets the size at which a file is full, 4 KiB to 1 GiB; 16 MiB unless set. */
    public Builder rotateBytes(int bytes) {
      rotateBytes = Arguments.between("rotateBytes", bytes, LEAST_ROTATE, MOST_ROTATE);
      return this;
    }

    /** Sets after how many lines there is a seal, 1 to 1 000 000; 1 000 unless set. */
    public Builder sealLines(int lines) {
      sealLines = Arguments.between("sealLines", lines, 1, MOST_SEAL_LINES);
      return this;
    }

    /** Sets how long a line stays without a seal, above zero; a minute unless set. */
    public Builder sealAfter(Duration interval) {
      sealAfter = Arguments.positive("sealAfter", interval);
      return this;
    }

    /** Lets the owner's group read the files (0640), as a shipper needs it; 0600 unless set. */
    public Builder groupReadable() {
      groupReadable = true;
      return this;
    }

    /** Sets a file, best on another machine, that each seal is copied to; none unless set. */
    public Builder anchor(Path file) {
      anchor = Arguments.given("anchor", file);
      return this;
    }

    /** Sets who is told what a person should know, on any thread; nobody unless set. */
    public Builder onFinding(Consumer<Finding> receiver) {
      findings = Arguments.given("receiver", receiver);
      return this;
    }

    /**
     * Opens the trail, and begins to put into it what an earlier process left.
     *
     * @return the trail; {@link AuditTrail#failure} says if it could not be opened, and then
     *     nothing is kept
     * @throws IllegalArgumentException if no service is set, or nothing is said of keys
     */
    public AuditTrail open() {
      if (service.isEmpty()) {
        throw Arguments.refusal("service", "none", "the name of what is running");
      }
      if (keys == null && !isUnsealed) {
        throw Arguments.refusal(
            "keys", "none", "AuditKeys.fromFile, AuditKeys.fromEnvironment, or withoutSeals()");
      }
      TrailSettings settings =
          new TrailSettings(
              folder,
              keys,
              rotateBytes,
              sealLines,
              retention,
              groupReadable,
              anchor,
              clock,
              findings);
      Origin origin = Origin.ofThisProcess(service, actor, System.getenv());
      return new AuditTrail(TrailSink.spool(settings), origin, clock, sealAfter);
    }
  }
}
