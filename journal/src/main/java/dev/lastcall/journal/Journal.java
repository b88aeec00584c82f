package dev.lastcall.journal;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
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
public final class Journal implements AutoCloseable {
  /** What {@link #append} returns if the record was not kept. */
  public static final long NOT_KEPT = -1;

  private final OpenJournal journal;
  private final SegmentChain chain;
  private final CoarseClock clock;
  private final int largestPayload;

  /** With clocks of one's own, for tests. */
  Journal(JournalSettings settings) {
    journal = OpenJournal.open(settings);
    chain = journal.chain();
    clock = journal.clock();
    largestPayload = settings.sizes().segmentBytes() / 4 - JournalLayout.PAYLOAD;
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
  public long append(int type, byte[] bytes, int offset, int length) {
    if ((type | 0xFFFF) != 0xFFFF) {
      throw Arguments.refusal("type", type, "0 to 65535");
    }
    if (length < 0 || length > largestPayload) {
      throw Arguments.refusal("payload", length + " bytes", "at most " + largestPayload);
    }
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int frame = JournalLayout.frameBytes(JournalLayout.PAYLOAD + length);
    Segment segment = chain.current();
    while (segment != null) {
      long claim = segment.claim(frame);
      if (claim >= 0) {
        long now = clock.monotonicNanos();
        if (clock.shouldWake(now)) {
          chain.wake();
        }
        return segment.write(claim, type, bytes, offset, length, now, clock.wallNanos());
      }
      segment = chain.after(segment);
    }
    return NOT_KEPT;
  }

  /** {@return the longest payload that is accepted, in bytes; a quarter of a segment at most} */
  public int largestPayload() {
    return largestPayload;
  }

  /** {@return the sequence of the newest record, 0 if there is none} */
  public long lastSequence() {
    return chain.lastSequence();
  }

  /**
   * Says that records are no longer needed, so that their space can be used again.
   *
   * @param sequence of the last one of them
   */
  public void release(long sequence) {
    journal.release(sequence);
  }

  /**
   * Returns a mark beside this journal.
   *
   * @param name see {@link Arguments#nameOf}
   * @return the same one for the same name
   */
  public JournalMark mark(String name) {
    return journal.mark(name);
  }

  /**
   * Returns a reader in front of the oldest record, for this process's own journal.
   *
   * @return a reader, which sees records of earlier processes first
   * @throws java.io.IOException if it cannot be read
   */
  public JournalReader reader() throws java.io.IOException {
    return JournalReader.open(journal.folder());
  }

  /** {@return why the journal has given up, empty while it works} */
  public Optional<Finding> failure() {
    return journal.failure();
  }

  /**
   * Writes what is appended to the storage device, against power loss; not needed against the death
   * of the process. Waits for the device.
   */
  public void force() {
    journal.force();
  }

  /** Gives the journal up to the next owner; what is appended later is not kept. */
  @Override
  public void close() {
    journal.close();
  }

  /** Says what a journal is to be like. Not thread-safe; used once. */
  public static final class Builder {
    private static final int SMALLEST_SEGMENT = 64 << 10;
    private static final int PAGE = 4096;
    private static final int LEAST_SEGMENTS = 3;

    private final Path directory;
    private final String content;
    private int segmentBytes = 16 << 20;
    private long capacityBytes = 256L << 20;
    private WhenFull whenFull = WhenFull.REFUSE;
    private Duration forceInterval = Duration.ZERO;
    private Consumer<Finding> onFailure = finding -> {};

    private Builder(Path directory, String content) {
      this.directory = Arguments.given("directory", directory);
      this.content = Arguments.nameOf("content", content);
      boolean isAscii = content.chars().allMatch(c -> c < 128);
      if (!isAscii || content.length() > SegmentHeader.LONGEST_CONTENT) {
        throw Arguments.refusal(
            "content", '"' + content + '"', SegmentHeader.LONGEST_CONTENT + " of ASCII at most");
      }
    }

    /** Sets the size of a file, 64 KiB to 256 MiB, rounded up to a page; 16 MiB unless set. */
    public Builder segmentBytes(int bytes) {
      Arguments.between("segmentBytes", bytes, SMALLEST_SEGMENT, JournalLayout.LARGEST_SEGMENT);
      segmentBytes = (bytes + PAGE - 1) & -PAGE;
      return this;
    }

    /** Sets the size of all files together, at least three segments; 256 MiB unless set. */
    public Builder capacityBytes(long bytes) {
      if (bytes <= 0) {
        throw Arguments.refusal("capacityBytes", bytes, "> 0");
      }
      capacityBytes = bytes;
      return this;
    }

    /** Sets what becomes of an append when all of it is in use; refused unless set. */
    public Builder whenFull(WhenFull choice) {
      whenFull = Arguments.given("whenFull", choice);
      return this;
    }

    /** Sets how often to write to the storage device, against power loss; never unless set. */
    public Builder forceEvery(Duration interval) {
      forceInterval = Arguments.positive("forceEvery", interval);
      return this;
    }

    /** Sets who is told, once, if the journal gives up; on any thread. */
    public Builder onFailure(Consumer<Finding> receiver) {
      onFailure = Arguments.given("onFailure", receiver);
      return this;
    }

    /**
     * Opens the journal and takes it over from an owner that is dead.
     *
     * @return the journal; it has given up already if the folder cannot be used, is owned by a live
     *     process or has no space left
     */
    public Journal open() {
      if (capacityBytes < (long) LEAST_SEGMENTS * segmentBytes) {
        throw Arguments.refusal(
            "capacityBytes", capacityBytes, "at least three segments of " + segmentBytes);
      }
      return new Journal(
          new JournalSettings(
              directory,
              content,
              new SegmentStock.Sizes(segmentBytes, capacityBytes, whenFull),
              forceInterval,
              onFailure,
              Deadline.Ticker.system(),
              System::currentTimeMillis));
    }
  }
}
