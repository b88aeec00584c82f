package dev.lastcall.durable;

import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.TraceContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a builder was told. Not thread-safe; never changed once durable cleanups are open. */
final class Settings {
  static final int DEFAULT_CAPACITY = 32 << 20;

  /** Segments in a capacity; a journal needs three at least. */
  private static final int SEGMENTS = 16;

  private static final int DEFAULT_ATTEMPTS = 5;
  private static final int DEFAULT_WORKERS = 4;
  private static final int LONGEST_PAYLOAD = 64 << 10;
  private static final int RECORDS_IN_SEGMENT = 4;

  final Path folder;
  Mode mode = Mode.PERMISSIVE;
  RetryPolicy retry = RetryPolicy.attempts(DEFAULT_ATTEMPTS);
  TraceContext traces = TraceContext.none();
  Consumer<DurableRun> listener = run -> {};
  Consumer<Finding> findings = finding -> {};
  Duration takeOver = Duration.ofSeconds(10);
  int workers = DEFAULT_WORKERS;
  int capacityBytes = DEFAULT_CAPACITY;
  @Nullable Duration forceEvery;
  boolean background = true;
  InstantSource clock = InstantSource.system();

  Settings(Path folder) {
    this.folder = folder;
  }

  /** Where the journal is; a journal's folder is for it alone. */
  static Path journalIn(Path folder) {
    return folder.resolve("journal");
  }

  int segmentBytes() {
    return capacityBytes / SEGMENTS;
  }

  int longestPayload() {
    return Math.min(
        LONGEST_PAYLOAD, segmentBytes() / RECORDS_IN_SEGMENT - 2 * IntentCodec.LARGEST_OVERHEAD);
  }
}
