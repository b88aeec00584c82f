package dev.lastcall.page;

import java.io.IOException;

/**
 * Says that a file is not an exit report that can be read, in one line: {@code file: value
 * (expected: …)}.
 */
@SuppressWarnings("serial") // Never serialized.
public final class UnreadableReportException extends IOException {
  UnreadableReportException(String message) {
    super(message);
  }
}
