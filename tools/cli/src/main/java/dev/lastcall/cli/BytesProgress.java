package dev.lastcall.cli;

import java.io.PrintWriter;

/** One line on standard error that says how far a long reading is; nothing where nobody looks. */
final class BytesProgress {
  private static final long EVERY_BYTES = 64 << 20;
  private static final int PERCENT = 100;

  private final PrintWriter err;
  private final boolean interactive;
  private final long size;
  private long next = EVERY_BYTES;
  private boolean written;

  BytesProgress(PrintWriter err, boolean interactive, long size) {
    this.err = err;
    this.interactive = interactive;
    this.size = size;
  }

  /** What is packed is read longer than it is: there is no share to tell then. */
  void at(long bytes) {
    if (!interactive || bytes < next) {
      return;
    }
    next = bytes + EVERY_BYTES;
    err.printf("\r\033[K%,d MB read", bytes >> 20);
    if (bytes <= size) {
      err.printf(" of %,d, %d %%", size >> 20, PERCENT * bytes / size);
    }
    err.flush();
    written = true;
  }

  void end() {
    if (written) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
