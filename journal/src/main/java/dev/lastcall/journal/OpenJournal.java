package dev.lastcall.journal;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A journal from its opening to its end. Thread-safe. */
final class OpenJournal {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long PAUSE_NANOS = 100_000;

  private final JournalSettings settings;
  private final Failure failure;
  private final SegmentChain chain;
  private final CoarseClock clock;
  private final Map<String, JournalMark> marks = new ConcurrentHashMap<>();
  private @Nullable FolderLock lock;
  private @Nullable Upkeep upkeep;
  private @Nullable Forcing forcing;
  private @Nullable Thread thread;

  private OpenJournal(JournalSettings settings) {
    this.settings = settings;
    failure = new Failure(settings.folder(), settings.onFailure());
    chain = new SegmentChain(settings.ticker());
    clock = new CoarseClock(settings.ticker(), settings.wallMillis());
  }

  /** Opens it; it has failed already if the folder does not allow it. */
  static OpenJournal open(JournalSettings settings) {
    OpenJournal journal = new OpenJournal(settings);
    try {
      uninterrupted(journal::begin);
    } catch (IOException | RuntimeException | Error cause) {
      journal.failure.of(cause);
      journal.giveBack();
    }
    return journal;
  }

  /** An interrupt that is pending would close every channel that is opened. */
  private static void uninterrupted(Work work) throws IOException {
    boolean wasInterrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void begin() throws IOException {
    Path folder = settings.folder();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, JournalFile.privateTo("rwx------", folder.toAbsolutePath()));
    }
    lock = FolderLock.take(folder);
    if (lock == null) {
      failure.of("a living process owns it");
      chain.end();
      return;
    }
    FormerSegments former = FormerSegments.in(folder);
    String before = former.content();
    if (before != null && !before.equals(settings.content())) {
      failure.of("it holds " + before + ", not " + settings.content());
      giveBack();
      return;
    }
    chain.startAt(former.nextSequence());
    SegmentStock stock =
        new SegmentStock(folder, settings.sizes(), pattern(), former, clock::tickIfAwake);
    Upkeep started = new Upkeep(chain, stock, clock, failure::of, this::atTheEnd);
    started.prepare();
    if (failure.finding().isPresent()) {
      giveBack();
      return;
    }
    upkeep = started;
    forcing = new Forcing(folder, started, chain, settings.forceInterval(), failure::of);
    thread = started.start("lc:journal:" + settings.content());
    if (!settings.forceInterval().isZero()) {
      JournalThreads.make(forcing, "lc:journal-force:" + settings.content()).start();
    }
  }

  private SegmentHeader pattern() {
    long session = new SplittableRandom().nextLong();
    return new SegmentHeader(
        JournalLayout.VERSION,
        0,
        0,
        0,
        0,
        session,
        JournalOwner.ofThisProcess(),
        settings.content());
  }

  SegmentChain chain() {
    return chain;
  }

  CoarseClock clock() {
    return clock;
  }

  Path folder() {
    return settings.folder();
  }

  Optional<Finding> failure() {
    return failure.finding();
  }

  void release(long sequence) {
    if (upkeep != null) {
      upkeep.release(sequence);
    }
  }

  JournalMark mark(String name) {
    Path path = JournalFolder.mark(settings.folder(), name);
    return marks.computeIfAbsent(name, unused -> new JournalMark(markFile(path), chain::isEnded));
  }

  private @Nullable MarkFile markFile(Path path) {
    if (chain.isEnded()) {
      return null;
    }
    AtomicReference<@Nullable MarkFile> file = new AtomicReference<>();
    try {
      uninterrupted(() -> file.set(MarkFile.open(path)));
    } catch (IOException cause) {
      failure.of(cause);
    }
    return file.get();
  }

  void force() {
    if (forcing != null) {
      try {
        uninterrupted(forcing::force);
      } catch (IOException cause) {
        failure.of(cause);
      }
    }
  }

  void close() {
    chain.end();
    if (thread != null) {
      try {
        thread.join(PATIENCE.toMillis());
      } catch (InterruptedException interrupt) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The lock is given back only when nobody writes any more. */
  private void atTheEnd() {
    chain.end();
    if (!isQuiet()) {
      return;
    }
    Segment newest = chain.newest();
    if (newest != null) {
      newest.noteClosed();
    }
    if (!settings.forceInterval().isZero()) {
      force();
    }
    giveBack();
  }

  /** Waits, not for ever, until nobody writes. */
  private boolean isQuiet() {
    List<Segment> written = upkeep == null ? List.of() : upkeep.written();
    Deadline patience = Deadline.after(PATIENCE, settings.ticker());
    while (!written.stream().allMatch(Segment::isQuiet)) {
      if (patience.isExpired()) {
        return false;
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
    return true;
  }

  private void giveBack() {
    chain.end();
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException ignored) {
      // The system takes it back when the process ends.
    }
  }
}
