package dev.lastcall.recorder;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitListener;
import dev.lastcall.api.Finding;
import dev.lastcall.defer.CleanupThreads;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.WhenFull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the exit on record while it happens, and the last metrics before it, so that a process that
 * was killed can still be asked where it was.
 *
 * <pre>{@code
 * ExitRecorder recorder = ExitRecorder.in(Path.of("/var/lib/orders/recorder")).open();
 * Lastcall lastcall = Lastcall.builder().recorder(recorder).install();
 * recorder.snapshots(ofSeconds(1), registry::scrape);
 * }</pre>
 *
 * <p>An event becomes a record by a memory copy on the thread on which it happens, from buffers of
 * 0.8 MB that are made here. What goes wrong with the disk makes it a finding and never touches the
 * exit. {@link RecordedExits} reads it, from any process. Thread-safe.
 */
public final class ExitRecorder implements ExitListener, AutoCloseable {
  private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

  private final Journal metrics;
  private final int largestSnapshot;
  private final RecordWriter exits;
  private final ExitBoard board;
  private final Pulse pulse;
  private final Deadline.Ticker ticker;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicReference<@Nullable Snapshots> snapshots = new AtomicReference<>();

  private ExitRecorder(Builder settings, Deadline.Ticker ticker) {
    this.ticker = ticker;
    Journal journal = settings.journal(Kind.EXITS_FOLDER, Kind.EXITS, settings.exitBytes);
    this.metrics =
        settings.journal(Kind.METRICS_FOLDER, Kind.METRICS_CONTENT, settings.metricsBytes);
    this.largestSnapshot = settings.metricsBytes / 4;
    this.exits = new RecordWriter(journal, journal.largestPayload());
    this.board = new ExitBoard(ticker);
    this.pulse = new Pulse(exits, metrics, board);
    CleanupThreads.startDaemon("lc:recorder", pulse);
  }

  /**
   * Begins to describe a recorder.
   *
   * @param folder its folder, for one process at a time and those before it; made if it does not
   *     exist
   * @return the builder
   */
  public static Builder in(Path folder) {
    return new Builder(Arguments.given("folder", folder));
  }

  /**
   * Has the metrics put on record at intervals, beginning now, on a thread of its own.
   *
   * @param interval at least 100 ms
   * @param source makes the text, in the form in which Prometheus reads it; it may throw, and is
   *     interrupted after the interval, or 10 s if that is shorter. A text longer than a quarter of
   *     {@link Builder#metricsBytes} is not kept
   * @throws IllegalArgumentException if the interval is too short
   * @throws IllegalStateException if it was called before, or the recorder is closed
   */
  public void snapshots(Duration interval, Supplier<String> source) {
    Arguments.given("source", source);
    if (Arguments.positive("interval", interval).compareTo(SHORTEST_INTERVAL) < 0) {
      throw Arguments.refusal("interval", interval, ">= " + SHORTEST_INTERVAL);
    }
    Snapshots taking =
        new Snapshots(metrics, interval, source, largestSnapshot, metrics.largestPayload(), ticker);
    if (closed.get() || !snapshots.compareAndSet(null, taking)) {
      throw new IllegalStateException(
          Arguments.text("snapshots", "again, or after close()", "one call"));
    }
    CleanupThreads.startDaemon("lc:snapshots", taking);
  }

  @Override
  public void onEvent(ExitEvent event) {
    if (closed.get()) {
      return;
    }
    if (event instanceof ExitEvent.Ready) {
      RecorderRehearsal.run(exits, pulse);
    }
    exits.event(event);
    board.note(event); // behind it, so that a pulse counts nothing that is not on record
    if (event instanceof ExitEvent.ExitBegan) {
      pulse.wake();
    }
  }

  /** Returns why nothing is on record any more, or less than should be; empty if all is well. */
  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    exits.journal().failure().or(metrics::failure).ifPresent(findings::add);
    Snapshots taking = snapshots.get();
    if (taking != null) {
      taking.finding().ifPresent(findings::add);
    }
    if (exits.lost() > 0) {
      findings.add(
          new Finding(
              "recorder-incomplete",
              Finding.Severity.WARNING,
              exits.lost() + " events of the exit are not in the recorder's journal",
              "give the process more memory; the report itself is whole"));
    }
    return findings;
  }

  /**
   * Ends the recording, for tests and hot redeploys; a process that ends needs no call. What
   * happens later is not on record, and the reader is told so. Does nothing while an exit runs.
   */
  @Override
  public void close() {
    if (board.isExiting() || closed.getAndSet(true)) {
      return;
    }
    Snapshots taking = snapshots.get();
    if (taking != null) {
      taking.stop();
    }
    pulse.stop();
    exits.record(Kind.CLOSED, out -> {});
    exits.journal().close();
    metrics.close();
  }

  /** Says how much a recorder keeps. Not thread-safe; used once. */
  public static final class Builder {
    private static final int LEAST = 512 * 1024;
    private static final int MOST = 1 << 30;
    private static final int USUAL = 8 << 20;
    private static final int SEGMENTS = 8;
    private static final int LARGEST_SEGMENT = 1 << 20;

    private final Path folder;
    private int exitBytes = USUAL;
    private int metricsBytes = USUAL;

    private Builder(Path folder) {
      this.folder = folder;
    }

    /**
     * Sets how much is kept of exits, of this process and those before it; the oldest goes first.
     *
     * @param bytes 512 KiB to 1 GiB; 8 MiB unless set, which is some 40 000 cleanups
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder exitBytes(int bytes) {
      exitBytes = Arguments.between("exitBytes", bytes, LEAST, MOST);
      return this;
    }

    /**
     * Sets how much is kept of metrics; the oldest go first.
     *
     * @param bytes 512 KiB to 1 GiB; 8 MiB unless set
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder metricsBytes(int bytes) {
      metricsBytes = Arguments.between("metricsBytes", bytes, LEAST, MOST);
      return this;
    }

    /**
     * Opens the recorder.
     *
     * @return a recorder, which says in {@link ExitRecorder#findings} if the folder cannot be used
     */
    public ExitRecorder open() {
      return new ExitRecorder(this, Deadline.Ticker.system());
    }

    private Journal journal(String name, String content, int bytes) {
      return Journal.in(folder.resolve(name), content)
          .segmentBytes(Math.min(LARGEST_SEGMENT, bytes / SEGMENTS))
          .capacityBytes(bytes)
          .whenFull(WhenFull.DROP_OLDEST)
          .open();
    }
  }
}
