package dev.lastcall.defer;

import java.lang.reflect.Proxy;

/** What listeners are told that the entries of scopes are called. Stateless and thread-safe. */
final class EntryNames {
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

  private EntryNames() {}

  /** What an entry of a scope is called. */
  static String of(Release<Object> action, Object target) {
    if (target instanceof NamedCleanup named) {
      return ObservedName.of(named.name());
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
    return made || simple.isEmpty() ? verb : ObservedName.of(verb + ":" + simple);
  }
}
