package dev.lastcall.report;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a throwable of another process, as a report recorded it: its type is known by name
 * only.
 *
 * <p>Prints like the original. Like every {@link Throwable} it may be read by several threads.
 */
@SuppressWarnings("serial") // A report is kept as JSON, never by Java serialization.
public final class RecordedThrowable extends Exception {
  private final String type;

  /**
   * Makes the stand-in; causes, suppressed throwables and frames are added by the usual methods.
   *
   * @param type the class name of the original
   * @param message the message of the original, null if it had none
   */
  public RecordedThrowable(String type, @Nullable String message) {
    super(message);
    this.type = type;
    setStackTrace(new StackTraceElement[0]);
  }

  /**
   * Returns the class name of the original.
   *
   * @return as recorded
   */
  public String type() {
    return type;
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // The type differs, the message does not.
  public String toString() {
    return getMessage() == null ? type : type + ": " + getMessage();
  }
}
