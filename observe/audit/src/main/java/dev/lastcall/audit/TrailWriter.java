package dev.lastcall.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to a trail: chains, seals, rotates. Whatever throws can be called again with the
 * same record. Confined to one thread.
 */
final class TrailWriter implements AutoCloseable {
  /** What a line has beside its members, at most. */
  private static final int AROUND = 320;

  private final TrailSettings settings;
  private final PrivateFiles files;
  private final Retention retention;
  private final SealAnchor anchor;
  private final LineHash digest = new LineHash();
  private final TrailEnd end;
  private @Nullable FileChannel channel;

  private TrailWriter(TrailSettings settings, TrailEnd end) {
    this.settings = settings;
    this.files = new PrivateFiles(settings.groupReadable());
    this.retention = new Retention(settings);
    this.anchor = new SealAnchor(settings);
    this.end = end;
  }

  /** Goes on where the trail ends; a line that a kill cut short is taken away. */
  static TrailWriter open(TrailSettings settings) throws IOException {
    new PrivateFiles(settings.groupReadable()).makeFolder(settings.folder());
    TrailEnd end = TrailEnd.of(TrailFile.in(settings.folder()));
    end.damage.ifPresent(settings.findings());
    TrailWriter writer = new TrailWriter(settings, end);
    TrailFile newest = end.file;
    if (newest != null) {
      FileChannel channel = FileChannel.open(newest.path(), StandardOpenOption.WRITE);
      writer.channel = channel;
      if (end.torn() > 0) {
        channel.truncate(end.size);
      }
    }
    return writer;
  }

  /** {@return the newest record of the journal that the trail has} */
  long record() {
    return end.record;
  }

  /** {@return the number of the last line} */
  long seq() {
    return end.seq;
  }

  /** Says that the journal counts from the beginning again. */
  void forgetRecord() {
    end.record = 0;
  }

  /** Appends what follows from a record, as far as it is not there yet. */
  void append(long record, LineType type, byte[] members) throws IOException {
    Instant now = now();
    boolean isNew = record > end.record;
    if (isNew && type == LineType.OPENED) {
      endOpenRuns(now);
    }
    if (isNew && type == LineType.SEAL) {
      end.record = end.unsealed > 0 ? record : end.record;
    } else if (isNew) {
      write(record, type, members, now);
    }
    if (type == LineType.OPENED) {
      deleteExpired(now);
    }
    boolean isDue = type == LineType.OPENED || type == LineType.CLOSED || type == LineType.SEAL;
    if (isDue || end.unsealed >= settings.sealLines()) {
      seal(now);
    }
  }

  /** Appends a line that no record asks for. */
  void note(LineType type, byte[] members) throws IOException {
    write(end.record, type, members, now());
  }

  /** Vouches for everything so far; does nothing if that is done. */
  void seal(Instant now) throws IOException {
    if (end.unsealed == 0) {
      return;
    }
    byte[] members =
        new MemberWriter(now).number("lines", end.unsealed).write(end.open::writeTo).toBytes();
    byte[] line =
        ChainLine.compose(end.seq + 1, end.hash, end.record, LineType.SEAL, members, digest);
    AuditKeys keys = settings.keys();
    byte[] sealed = keys == null ? line : ChainLine.sealed(line, keys.current(), digest);
    FileChannel to = put(sealed);
    to.force(false);
    anchor.keep(sealed);
  }

  /** The sealed line comes first: a file that is gone is always accounted for. */
  private void deleteExpired(Instant now) throws IOException {
    List<TrailFile> expired = retention.expired(end.file, now);
    if (expired.isEmpty()) {
      return;
    }
    put(
        ChainLine.compose(
            end.seq + 1,
            end.hash,
            end.record,
            LineType.RETENTION,
            retention.members(expired, now),
            digest));
    seal(now);
    for (TrailFile file : expired) {
      Files.deleteIfExists(file.path());
    }
  }

  private void endOpenRuns(Instant now) throws IOException {
    for (byte[] begin : end.open.all()) {
      write(end.record, LineType.END, OpenRuns.ended(begin, now), now);
    }
  }

  private void write(long record, LineType type, byte[] members, Instant now) throws IOException {
    if (isFull(members.length) || isOfAnotherDay(now)) {
      seal(now);
      close();
    }
    boolean begins = channel == null;
    put(ChainLine.compose(end.seq + 1, end.hash, record, type, members, digest), now);
    if (begins) {
      deleteExpired(now);
    }
  }

  private boolean isFull(int more) {
    return channel != null && end.size > 0 && end.size + more + AROUND > settings.rotateBytes();
  }

  private boolean isOfAnotherDay(Instant now) {
    TrailFile file = end.file;
    return channel != null && end.size > 0 && file != null && !file.day().equals(dayOf(now));
  }

  private FileChannel put(byte[] line) throws IOException {
    return put(line, now());
  }

  /** What was written in part is taken back, so that the line can be written again. */
  private FileChannel put(byte[] line, Instant now) throws IOException {
    FileChannel to = channel == null ? begin(now) : channel;
    ByteBuffer rest = ByteBuffer.wrap(line);
    try {
      while (rest.hasRemaining()) {
        to.write(rest, end.size + rest.position());
      }
    } catch (IOException full) {
      takeBack(to, full);
      throw full;
    }
    end.size += line.length;
    ChainLine written = new ChainLine();
    if (!written.read(line, 0, line.length - 1)) {
      throw new AssertionError("a line that we cannot read");
    }
    end.advance(written);
    return to;
  }

  private void takeBack(FileChannel to, IOException full) {
    try {
      to.truncate(end.size);
    } catch (IOException worse) {
      full.addSuppressed(worse);
    }
  }

  private FileChannel begin(Instant now) throws IOException {
    TrailFile file = TrailFile.of(settings.folder(), end.nextNumber, dayOf(now));
    FileChannel created = files.create(file.path());
    end.nextNumber++;
    end.file = file;
    end.size = 0;
    channel = created;
    return created;
  }

  private Instant now() {
    return settings.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  @Override
  public void close() throws IOException {
    FileChannel closing = channel;
    channel = null;
    if (closing != null) {
      closing.close();
    }
  }
}
