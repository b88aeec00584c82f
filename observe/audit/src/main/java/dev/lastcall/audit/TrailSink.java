package dev.lastcall.audit;

import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.Spool;
import dev.lastcall.spool.SpoolSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of the journal into lines of the trail, each exactly once: the last line of the
 * trail says which record it comes from. Confined to the spool's thread.
 */
final class TrailSink implements SpoolSink {
  /** The journal's mark of how far the trail has come: the record, and the number of the line. */
  static final String TRAIL = "audit-trail";

  private static final String JOURNAL = "audit-journal";
  private static final int MOST_PER_FLUSH = 256;
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final long CAPACITY_BYTES = 16 << 20;

  private final TrailSettings settings;
  private @Nullable TrailWriter writer;
  private @Nullable JournalMark trail;

  private TrailSink(TrailSettings settings) {
    this.settings = settings;
  }

  /** Opens the journal in the folder of a trail, with the trail behind it. */
  static Spool spool(TrailSettings settings) {
    Path journal = settings.folder().resolve(AuditFiles.JOURNAL);
    return Spool.in(journal, AuditFiles.CONTENT, new TrailSink(settings))
        .named("audit")
        .segmentBytes(SEGMENT_BYTES)
        .capacityBytes(CAPACITY_BYTES)
        .onFinding(settings.findings())
        .open();
  }

  @Override
  public long resume(long delivered, long last, Function<String, JournalMark> marks)
      throws IOException {
    close();
    TrailWriter opened = TrailWriter.open(settings);
    writer = opened;
    JournalMark mark = marks.apply(TRAIL);
    trail = mark;
    JournalMark journal = marks.apply(JOURNAL);
    if (journal.detail() == 0) {
      // A journal that no trail was written from: records of an earlier one do not count here.
      opened.forgetRecord();
      journal.set(1, UUID.randomUUID().getMostSignificantBits() | 1);
      return delivered;
    }
    long missing = mark.detail() - opened.seq();
    if (missing > 0) {
      noteMissing(opened, missing);
    }
    return opened.record();
  }

  private void noteMissing(TrailWriter opened, long missing) throws IOException {
    settings.warn(
        "audit-trail-shortened",
        missing + " lines that were written are missing at the end of " + settings.folder(),
        "Find out who shortened it; the search index or the anchor has what is missing.");
    opened.note(
        LineType.LOST,
        new MemberWriter(settings.clock().instant())
            .number("count", missing)
            .text("detail", "lines that had been written were missing at the next start")
            .toBytes());
  }

  @Override
  public void deliver(JournalRecord record) throws IOException {
    ByteBuffer payload = record.payload();
    byte[] members = new byte[payload.remaining()];
    payload.get(members);
    opened().append(record.sequence(), LineType.of(record.type()), members);
  }

  @Override
  public void flush() throws IOException {
    JournalMark mark = trail;
    if (mark != null) {
      mark.set(opened().record(), opened().seq());
    }
  }

  @Override
  public int mostPerFlush() {
    return MOST_PER_FLUSH;
  }

  private TrailWriter opened() throws IOException {
    TrailWriter current = writer;
    if (current == null) {
      throw new IOException("the trail is not open");
    }
    return current;
  }

  @Override
  public void close() throws IOException {
    TrailWriter closing = writer;
    writer = null;
    if (closing != null) {
      closing.close();
    }
  }
}
