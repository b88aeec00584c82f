package dev.lastcall.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a thread was at one moment, and what it waited for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param thread the thread's name
 * @param state the thread's state
 * @param frames the stack, innermost first; empty if the thread was not alive
 * @param lock the lock or object that it waited for, empty if none
 * @param lockOwner the name of the thread that held that lock, empty if nobody or not known
 */
public record StackSample(
    String thread,
    Thread.State state,
    List<StackTraceElement> frames,
    String lock,
    String lockOwner) {
  /** What calls the actions of others: never the place where one hangs. */
  private static final Set<String> OURS =
      Set.of(
          "dev.lastcall.api",
          "dev.lastcall.defer",
          "dev.lastcall.exit",
          "dev.lastcall.flush",
          "dev.lastcall.runtime");

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException if a value is null
   */
  public StackSample {
    Arguments.given("thread", thread);
    Arguments.given("state", state);
    frames = List.copyOf(Arguments.given("frames", frames));
    Arguments.given("lock", lock);
    Arguments.given("lockOwner", lockOwner);
  }

  /**
   * Returns the place in the code that a person looks for first.
   *
   * @return the innermost frame that is neither the JDK's nor one of the rooms that run cleanups;
   *     where there is none, because the action is a method of the JDK such as {@code
   *     executor::close}, that method; else the innermost frame, else a word for "nothing"
   */
  public String place() {
    return frames.stream()
        .filter(frame -> !isPlatform(frame) && !isOurs(frame))
        .findFirst()
        .or(this::calledByUs)
        .or(() -> frames.stream().findFirst())
        .map(StackTraceElement::toString)
        .orElse("no frames");
  }

  private Optional<StackTraceElement> calledByUs() {
    StackTraceElement called = null;
    for (StackTraceElement frame : frames) {
      if (isOurs(frame)) {
        break;
      }
      called = frame;
    }
    return Optional.ofNullable(called);
  }

  private static boolean isOurs(StackTraceElement frame) {
    String name = frame.getClassName();
    return OURS.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
  }

  private static boolean isPlatform(StackTraceElement frame) {
    String module = frame.getModuleName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }
}
