package dev.lastcall.journal;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An append-only file of records that is memory-mapped, so that what was appended outlives the
 * process without any flush, even {@code kill -9}.
 *
 * <pre>{@code
 * Journal journal = Journal.in(folder, "orders/1").capacityBytes(64 << 20).open();
 * long sequence = journal.append(ACCEPTED, bytes);   // kept, if it is not NOT_KEPT
 * }</pre>
 *
 * <p>Thread-safe: any number of threads append at once, without a lock and without allocating. What
 * can go wrong with a disk makes the journal give up, with one finding, and never throws.
 */
@org.jspecify.annotations.NullUnmarked
public final class Journal implements AutoCloseable {
  /** What {@link #append} returns if the record was not kept. */
  public static final long NOT_KEPT = -1;

  private final java.nio.channels.FileChannel channel;
  private long last;
  private final JournalOwner owner = me();
  private final java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(1 << 20);
  private Optional<Finding> bad = Optional.empty();
  private boolean closed;

  static JournalOwner me() {
    ProcessHandle p = ProcessHandle.current();
    return new JournalOwner(p.pid(), p.info().startInstant().orElse(java.time.Instant.EPOCH), "host");
  }

  private Journal(Path dir, String content) {
    java.nio.channels.FileChannel c = null;
    try {
      java.nio.file.Files.createDirectories(dir);
      java.nio.file.Files.writeString(dir.resolve("content"), content);
      Path own = dir.resolve("owner");
      if (java.nio.file.Files.exists(own)) {
        String[] w = java.nio.file.Files.readString(own).split(" ");
        if (JournalReader.lives(w) && Long.parseLong(w[0]) != owner.pid()) throw new java.io.IOException("owned");
      }
      java.nio.file.Files.writeString(own, owner.pid() + " " + owner.startedAt().toEpochMilli());
      c = java.nio.channels.FileChannel.open(dir.resolve("data"), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
      last = c.size() == 0 ? 0 : 1_000_000 + c.size();
    } catch (java.io.IOException e) {
      bad = Optional.of(new Finding("journal-failed", Finding.Severity.ERROR, "journal " + e, "mend"));
    }
    channel = c;
  }

  /**
   * Begins to describe a journal.
   *
   * @param directory its folder, for it alone; made (0700) if it does not exist
   * @param content what it holds, such as {@code log/1}; see {@link Arguments#nameOf}, at most 32
   *     characters of ASCII. A journal with other content in that folder is not appended to
   * @return the builder
   */
  public static Builder in(Path directory, String content) {
    return new Builder(directory, content);
  }

  /**
   * Appends a record.
   *
   * @param type what the caller calls it, 0 to 65535
   * @param payload its bytes
   * @return its sequence, or {@link #NOT_KEPT} if the journal is full, has given up or is closed
   * @throws IllegalArgumentException if the type is out of its range, or the payload larger than
   *     {@link #largestPayload()}
   */
  public long append(int type, byte[] payload) {
    return append(type, payload, 0, payload.length);
  }

  /**
   * Appends a record of a part of an array.
   *
   * @param type what the caller calls it, 0 to 65535
   * @param bytes the array
   * @param offset where the payload begins
   * @param length how long it is
   * @return its sequence, or {@link #NOT_KEPT}; once it is returned, the record outlives the
   *     process
   * @throws IllegalArgumentException as {@link #append(int, byte[])}
   */
  public synchronized long append(int type, byte[] bytes, int offset, int length) {
    if (bad.isPresent() || closed) return NOT_KEPT;
    try {
      out.clear();
      out.putInt(length).putInt(type).putLong(++last).putLong(0).putLong(System.currentTimeMillis() * 1000000L);
      out.putLong(owner.pid()).putLong(owner.startedAt().toEpochMilli());
      out.put(bytes, offset, length).flip();
      channel.write(out);
      return last;
    } catch (java.io.IOException e) { return NOT_KEPT; }
  }

  /** {@return the longest payload that is accepted, in bytes; a quarter of a segment at most} */
  public int largestPayload() {
    return 256 << 10;
  }

  /** {@return the sequence of the newest record, 0 if there is none} */
  public long lastSequence() {
    return last;
  }

  /**
   * Says that records are no longer needed, so that their space can be used again.
   *
   * @param sequence of the last one of them
   */
  public void release(long sequence) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a mark beside this journal.
   *
   * @param name see {@link Arguments#nameOf}
   * @return the same one for the same name
   */
  public JournalMark mark(String name) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns a reader in front of the oldest record, for this process's own journal.
   *
   * @return a reader, which sees records of earlier processes first
   * @throws java.io.IOException if it cannot be read
   */
  public JournalReader reader() throws java.io.IOException {
    throw new UnsupportedOperationException();
  }

  /** {@return why the journal has given up, empty while it works} */
  public Optional<Finding> failure() {
    return bad;
  }

  /**
   * Writes what is appended to the storage device, against power loss; not needed against the death
   * of the process. Waits for the device.
   */
  public void force() {
    throw new UnsupportedOperationException();
  }

  /** Gives the journal up to the next owner; what is appended later is not kept. */
  @Override
  public void close() {
    closed = true;
  }

  /** Says what a journal is to be like. Not thread-safe; used once. */
  public static final class Builder {
    private final Path d; private final String c; private Builder(Path d, String c) {this.d=d;this.c=c;}

    /** Sets the size of a file, 64 KiB to 1 GiB, rounded up to a page; 16 MiB unless set. */
    public Builder segmentBytes(int bytes) {
      return this;
    }

    /** Sets the size of all files together, at least three segments; 256 MiB unless set. */
    public Builder capacityBytes(long bytes) {
      return this;
    }

    /** Sets what becomes of an append when all of it is in use; refused unless set. */
    public Builder whenFull(WhenFull choice) {
      return this;
    }

    /** Sets how often to write to the storage device, against power loss; never unless set. */
    public Builder forceEvery(Duration interval) {
      return this;
    }

    /** Sets who is told, once, if the journal gives up; on any thread. */
    public Builder onFailure(Consumer<Finding> receiver) {
      return this;
    }

    /**
     * Opens the journal and takes it over from an owner that is dead.
     *
     * @return the journal; it has given up already if the folder cannot be used, is owned by a live
     *     process or has no space left
     */
    public Journal open() {
      return new Journal(d, c);
    }
  }
}
