package dev.lastcall.spool;

import org.jspecify.annotations.Nullable;

/**
 * What was logged with an event, without its class: it prints as the original would.
 *
 * <p>Confined to one thread like every {@link Throwable}, or immutable if nobody changes it.
 */
public final class LoggedThrowable extends Throwable {
  private static final long serialVersionUID = 1;

  private final String className;
  private final String text;
  private final int commonFrames;

  LoggedThrowable(
      String className,
      @Nullable String message,
      String text,
      StackTraceElement[] frames,
      int commonFrames,
      @Nullable LoggedThrowable cause) {
    super(message, cause, true, true);
    this.className = className;
    this.text = text;
    this.commonFrames = commonFrames;
    setStackTrace(frames);
  }

  /** {@return the name of the original's class} */
  public String className() {
    return className;
  }

  /** {@return how many of its last frames are those of the one that encloses it} */
  public int commonFrames() {
    return commonFrames;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }

  /** {@return what the original's {@code toString()} returned} */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the message is the original's as well
  public String toString() {
    return text;
  }
}
