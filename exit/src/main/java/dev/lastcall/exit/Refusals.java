package dev.lastcall.exit;

import dev.lastcall.api.Arguments;
import java.time.Duration;
import java.util.List;

/** The texts of what the room refuses, in the voice of {@link Arguments}. */
final class Refusals {
  private static final String ARROW = " → ";

  /** The longest path that is printed whole, in names. */
  private static final int LONGEST_PATH = 20;

  private Refusals() {}

  static IllegalArgumentException nameTaken(String name) {
    return Arguments.refusal("name", quoted(name), "a name that is not taken");
  }

  static IllegalArgumentException circle(List<String> names) {
    return new IllegalArgumentException(
        Arguments.text("after", path(names), "no circle") + ", cleanup: " + names.get(0));
  }

  static IllegalArgumentException boundTooLong(String name, Duration bound, Duration available) {
    return new IllegalArgumentException(
        Arguments.text("within", bound, "<= " + available + ", grace period less flush reserve")
            + ", cleanup: "
            + name);
  }

  static String planTooLong(Duration demanded, Duration available, List<String> criticalPath) {
    return Arguments.text("plan", demanded, "<= " + available + ", grace period less flush reserve")
        + ", critical path: "
        + path(criticalPath);
  }

  /** Returns names with arrows between them; of a long list the middle is only counted. */
  static String path(List<String> names) {
    if (names.size() <= LONGEST_PATH) {
      return String.join(ARROW, names);
    }
    int half = LONGEST_PATH / 2;
    int last = names.size() - half;
    return String.join(ARROW, names.subList(0, half))
        + " → … "
        + (last - half)
        + " more … → "
        + String.join(ARROW, names.subList(last, names.size()));
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }
}
