package dev.lastcall.defer;

import dev.lastcall.api.Arguments;

/** What listeners are told that a scope or a call is called. Stateless and thread-safe. */
final class ObservedName {
  private ObservedName() {}

  /**
   * A name as it was given, if it is one; else with {@code _} for what does not belong into a name,
   * and cut to its greatest length. It is not refused, because a program must not fail only when
   * somebody looks at it.
   */
  static String of(String given) {
    int length = given.length();
    if (length == 0) {
      return "_";
    }
    for (int i = 0; i < length; i++) {
      if (!fits(given.charAt(i))) {
        return mended(given);
      }
    }
    return length <= Arguments.MAX_NAME_LENGTH ? given : mended(given);
  }

  private static boolean fits(char c) {
    return c >= 'a' && c <= 'z' || c >= '-' && c <= ':' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static String mended(String given) {
    StringBuilder name = new StringBuilder();
    given
        .codePoints()
        .limit(Arguments.MAX_NAME_LENGTH)
        .map(c -> Character.isLetterOrDigit(c) || "._-/:".indexOf(c) >= 0 ? c : '_')
        .takeWhile(c -> name.length() + Character.charCount(c) <= Arguments.MAX_NAME_LENGTH)
        .forEach(name::appendCodePoint);
    return name.toString();
  }
}
