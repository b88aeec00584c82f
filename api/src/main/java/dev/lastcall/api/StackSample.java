package dev.lastcall.api;

import java.util.List;

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
   * @return the innermost frame outside the JDK, else the innermost frame, else a word for
   *     "nothing"
   */
  public String place() {
    return frames.stream()
        .filter(frame -> !isPlatform(frame))
        .findFirst()
        .or(() -> frames.stream().findFirst())
        .map(StackTraceElement::toString)
        .orElse("no frames");
  }

  private static boolean isPlatform(StackTraceElement frame) {
    String module = frame.getModuleName();
    return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
  }
}
