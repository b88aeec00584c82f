package dev.lastcall.report;

import dev.lastcall.api.StackSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of a throwable that application code wrote: its accessors may throw, return null
 * or lead in a circle.
 *
 * @param type its class name
 * @param message its message, empty if it has none
 * @param frames its stack, innermost first
 * @param cause its cause, null if it has none
 * @param suppressed what it suppressed
 */
record Thrown(
    String type,
    String message,
    List<StackTraceElement> frames,
    @Nullable Throwable cause,
    List<Throwable> suppressed) {

  static Thrown of(@Nullable Throwable throwable) {
    if (throwable == null) {
      return new Thrown("unknown", "", List.of(), null, List.of());
    }
    return new Thrown(
        throwable instanceof RecordedThrowable recorded
            ? recorded.type()
            : throwable.getClass().getName(),
        messageOf(throwable),
        framesOf(throwable),
        causeOf(throwable),
        List.of(throwable.getSuppressed()));
  }

  /** Returns type and message as a stack trace begins with them. */
  String headline() {
    return message.isEmpty() ? type : type + ": " + message;
  }

  /** Returns the innermost frame outside the JDK, as for a stack sample. */
  String place() {
    return new StackSample("", Thread.State.RUNNABLE, frames, "", "").place();
  }

  private static String messageOf(Throwable throwable) {
    try {
      String message = throwable.getMessage();
      return message == null ? "" : message;
    } catch (Throwable broken) {
      return "(its message cannot be read: " + broken.getClass().getName() + ")";
    }
  }

  private static List<StackTraceElement> framesOf(Throwable throwable) {
    try {
      return List.of(throwable.getStackTrace());
    } catch (Throwable broken) {
      return List.of();
    }
  }

  private static @Nullable Throwable causeOf(Throwable throwable) {
    try {
      return throwable.getCause();
    } catch (Throwable broken) {
      return null;
    }
  }
}
