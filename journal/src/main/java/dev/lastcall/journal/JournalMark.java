package dev.lastcall.journal;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Two numbers beside a journal that outlive the process, such as how far its records are delivered.
 *
 * <p>Both are set in one step: after a crash a reader sees both as they were or both as they
 * became. Setting is a memory copy. One writer at a time; reading is thread-safe.
 */
public final class JournalMark {
  private final @Nullable MarkFile file;
  private final BooleanSupplier hasEnded;
  private volatile long sequence;
  private volatile long detail;

  /**
   * @param file null if there is none to be had
   * @param hasEnded whether somebody else may write the file by now
   */
  JournalMark(@Nullable MarkFile file, BooleanSupplier hasEnded) {
    this.file = file;
    this.hasEnded = hasEnded;
    if (file != null) {
      MarkFile.Values values = file.values();
      sequence = values.sequence();
      detail = values.detail();
    }
  }

  /** {@return the sequence set last, 0 if none was} */
  public long sequence() {
    return sequence;
  }

  /** {@return the number set with it, 0 if none was} */
  public long detail() {
    return detail;
  }

  /**
   * Sets both numbers; does nothing once the journal has given up.
   *
   * @param sequence of a record
   * @param detail anything
   */
  public void set(long sequence, long detail) {
    if (file == null || hasEnded.getAsBoolean()) {
      return;
    }
    synchronized (file) {
      file.set(sequence, detail);
      this.detail = detail;
      this.sequence = sequence;
    }
  }
}
