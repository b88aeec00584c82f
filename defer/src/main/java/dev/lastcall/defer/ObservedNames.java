package dev.lastcall.defer;

import dev.lastcall.api.Arguments;
import java.lang.reflect.Proxy;

/** What listeners are told that scopes and actions are called. Stateless and thread-safe. */
final class ObservedNames {
  /** So that a place that defers many lambdas has one name for all of them. */
  private static final String CLEANUP = "cleanup";

  private static final ClassValue<String> CLOSING =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return named("close", type);
        }
      };

  private static final ClassValue<String> RELEASING =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return named("release", type);
        }
      };

  private ObservedNames() {}

  /**
   * A name as it was given, if it is one; else with {@code _} for what does not belong into a name,
   * and cut to its greatest length. It is not refused, because a program must not fail only when
   * somebody looks at it.
   */
  static String name(String given) {
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

  /** What an entry of a scope is called. */
  static String of(Release<Object> action, Object target) {
    if (target instanceof NamedCleanup named) {
      return name(named.name());
    }
    if (target instanceof ReleasingCleanup<?> releasing) {
      return RELEASING.get(releasing.resource().getClass());
    }
    return switch (ScopeCalls.kind(action)) {
      case ScopeCalls.PLAIN -> CLEANUP;
      case ScopeCalls.CLOSE -> CLOSING.get(target.getClass());
      case ScopeCalls.UNLOCK -> "unlock";
      default -> RELEASING.get(target.getClass());
    };
  }

  /**
   * Classes that are made while the program runs have names that mean nothing, and ever new ones.
   */
  private static String named(String verb, Class<?> type) {
    String simple = type.getSimpleName();
    boolean made =
        type.isHidden() || type.isSynthetic() || Proxy.isProxyClass(type) || simple.contains("$$");
    return made || simple.isEmpty() ? verb : name(verb + ":" + simple);
  }
}
