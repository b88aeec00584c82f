package dev.lastcall.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern's text as Java that the compiler can parse, and the way back from a place in it to the
 * user's text.
 *
 * <p>{@code $x} is a name in Java already; {@code $*x} becomes one; a hole that stands as a
 * statement becomes a call, because a name alone is no statement. Immutable.
 */
final class HoleText {
  private static final Pattern HOLE = Pattern.compile("\\$(\\*?)(\\w*)(\\s*;)?");
  private static final String REST = "$$rest_";
  private static final String STATEMENT = "$$statement_";

  private final String java;
  private final int[] origins;
  private final Set<String> names;

  private HoleText(String java, int[] origins, Set<String> names) {
    this.java = java;
    this.origins = origins;
    this.names = Set.copyOf(names);
  }

  static HoleText of(String text) {
    StringBuilder java = new StringBuilder();
    List<Integer> origins = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    Matcher hole = HOLE.matcher(text);
    int copied = 0;
    while (hole.find()) {
      if (hole.group(1).isEmpty() && hole.group(2).isEmpty()) {
        continue;
      }
      append(text.substring(copied, hole.start()), copied, true, java, origins);
      append(replacement(hole, isStatement(text, hole)), hole.start(), false, java, origins);
      names.add(hole.group(2));
      copied = hole.end();
    }
    append(text.substring(copied), copied, true, java, origins);
    return new HoleText(
        java.toString(), origins.stream().mapToInt(Integer::intValue).toArray(), names);
  }

  String java() {
    return java;
  }

  /** {@return the place in the user's text} */
  int origin(int offset) {
    return origins.length == 0 ? 0 : origins[Math.max(0, Math.min(offset, origins.length - 1))];
  }

  /** {@return the names of the holes, without their signs} */
  Set<String> names() {
    return names;
  }

  /** {@return the hole for one that a name stands for} */
  static Optional<String> one(CharSequence name) {
    String text = name.toString();
    if (text.startsWith(STATEMENT)) {
      return Optional.of(text.substring(STATEMENT.length()));
    }
    return text.startsWith("$") && text.length() > 1 && !text.startsWith(REST)
        ? Optional.of(text.substring(1))
        : Optional.empty();
  }

  /** {@return the hole for any number that a name stands for} */
  static Optional<String> rest(CharSequence name) {
    String text = name.toString();
    return text.startsWith(REST) ? Optional.of(text.substring(REST.length())) : Optional.empty();
  }

  /** {@return whether a name stands for a hole, of one thing or of any number} */
  static boolean isHole(CharSequence name) {
    return one(name).isPresent() || rest(name).isPresent();
  }

  /** {@return whether a name was made for a hole that stands as a statement} */
  static boolean isStatement(CharSequence name) {
    return name.toString().startsWith(STATEMENT) || name.toString().startsWith(REST);
  }

  private static String replacement(Matcher hole, boolean statement) {
    boolean rest = !hole.group(1).isEmpty();
    String name = (rest ? REST : statement ? STATEMENT : "$") + hole.group(2);
    String end = hole.group(3) == null ? "" : hole.group(3);
    return statement ? name + "()" + end : name + end;
  }

  private static boolean isStatement(String text, Matcher hole) {
    String before = text.substring(0, hole.start()).stripTrailing();
    boolean begins =
        before.isEmpty()
            || "{};".indexOf(before.charAt(before.length() - 1)) >= 0
            || before.endsWith("else");
    return begins && hole.group(3) != null;
  }

  private static void append(
      String part, int from, boolean same, StringBuilder java, List<Integer> origins) {
    for (int i = 0; i < part.length(); i++) {
      origins.add(same ? from + i : from);
    }
    java.append(part);
  }
}
