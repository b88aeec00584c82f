package dev.lastcall.journal;

/**
 * Two numbers beside a journal that outlive the process, such as how far its records are delivered.
 *
 * <p>Both are set in one step: after a crash a reader sees both as they were or both as they
 * became. Setting is a memory copy. One writer at a time; reading is thread-safe.
 */
public final class JournalMark {
  private JournalMark() {}

  /** {@return the sequence set last, 0 if none was} */
  public long sequence() {
    throw new UnsupportedOperationException();
  }

  /** {@return the number set with it, 0 if none was} */
  public long detail() {
    throw new UnsupportedOperationException();
  }

  /**
   * Sets both numbers; does nothing once the journal has given up.
   *
   * @param sequence of a record
   * @param detail anything
   */
  public void set(long sequence, long detail) {
    throw new UnsupportedOperationException();
  }
}
