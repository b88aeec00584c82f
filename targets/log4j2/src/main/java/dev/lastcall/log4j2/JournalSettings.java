package dev.lastcall.log4j2;

import dev.lastcall.journal.WhenFull;
import dev.lastcall.spool.Spool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.logging.log4j.core.appender.rolling.FileSize;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link JournalAppender} is told. Immutable.
 *
 * @param folder of the journal
 * @param references the appenders behind it
 * @param capacityBytes 0 for the journal's default
 * @param segmentBytes 0 for the journal's default
 * @param whenFull what becomes of an event then
 * @param forceMillis 0 for never
 * @param flushTimeoutMillis how long a stop waits
 * @param includeLocation whether to find out where an event was logged
 */
record JournalSettings(
    String folder,
    List<AppenderRef> references,
    long capacityBytes,
    int segmentBytes,
    WhenFull whenFull,
    long forceMillis,
    long flushTimeoutMillis,
    boolean includeLocation) {

  /**
   * Reads what a configuration says of the journal; without forcing and waiting.
   *
   * @param capacity a size such as {@code 64 MB}, null for the journal's default
   * @param segmentSize likewise
   * @param whenFull {@code refuse}, as null is, or {@code drop_oldest}
   * @throws IllegalArgumentException or {@link ArithmeticException} if that cannot be read
   */
  static JournalSettings of(
      String folder,
      AppenderRef[] references,
      @Nullable String capacity,
      @Nullable String segmentSize,
      @Nullable String whenFull) {
    WhenFull choice =
        whenFull == null
            ? WhenFull.REFUSE
            : WhenFull.valueOf(whenFull.replace('-', '_').toUpperCase(Locale.ROOT));
    int segmentBytes = Math.toIntExact(bytes(segmentSize));
    return new JournalSettings(
        folder, List.of(references), bytes(capacity), segmentBytes, choice, 0, 0, false);
  }

  private static long bytes(@Nullable String size) {
    return size == null ? 0 : FileSize.parse(size, 0);
  }

  JournalSettings with(long forceMillis, long flushTimeoutMillis, boolean includeLocation) {
    return new JournalSettings(
        folder,
        references,
        capacityBytes,
        segmentBytes,
        whenFull,
        forceMillis,
        flushTimeoutMillis,
        includeLocation);
  }

  Path path() {
    return Path.of(folder).toAbsolutePath().normalize();
  }

  Duration flushTimeout() {
    return Duration.ofMillis(flushTimeoutMillis);
  }

  Spool.Builder apply(Spool.Builder builder) {
    if (capacityBytes > 0) {
      builder.capacityBytes(capacityBytes);
    }
    if (segmentBytes > 0) {
      builder.segmentBytes(segmentBytes);
    }
    if (forceMillis > 0) {
      builder.forceEvery(Duration.ofMillis(forceMillis));
    }
    return builder.whenFull(whenFull);
  }
}
