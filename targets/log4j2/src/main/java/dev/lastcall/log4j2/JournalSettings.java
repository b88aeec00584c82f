package dev.lastcall.log4j2;

import dev.lastcall.journal.WhenFull;
import dev.lastcall.spool.Spool;
import java.time.Duration;
import java.util.List;
import org.apache.logging.log4j.core.config.AppenderRef;

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
