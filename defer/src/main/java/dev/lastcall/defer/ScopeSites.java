package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;
import org.jspecify.annotations.Nullable;

/**
 * The places where the entries in a scope's fields are run: one method an entry.
 *
 * <p>They read alike on purpose. HotSpot profiles a call by its place in the bytecode, so with a
 * place for each entry the compiler knows what runs there, and inlines it; in one shared place
 * every call would look like any other. A kind is what the lowest bits of {@code kinds} say. Each
 * method returns the failure to go on with. Stateless and thread-safe.
 */
final class ScopeSites {
  private ScopeSites() {}

  static @Nullable Throwable run0(int kinds, @Nullable Object entry, @Nullable Throwable first) {
    if (entry == null || !ScopeCalls.isPlain(kinds)) {
      return ScopeCalls.let(kinds, entry, first);
    }
    try {
      ((PlainCleanup) entry).run();
      return first;
    } catch (Throwable thrown) {
      return ScopeFailures.add(first, thrown);
    }
  }

  static @Nullable Throwable run1(int kinds, @Nullable Object entry, @Nullable Throwable first) {
    if (entry == null || !ScopeCalls.isPlain(kinds)) {
      return ScopeCalls.let(kinds, entry, first);
    }
    try {
      ((PlainCleanup) entry).run();
      return first;
    } catch (Throwable thrown) {
      return ScopeFailures.add(first, thrown);
    }
  }

  static @Nullable Throwable run2(int kinds, @Nullable Object entry, @Nullable Throwable first) {
    if (entry == null || !ScopeCalls.isPlain(kinds)) {
      return ScopeCalls.let(kinds, entry, first);
    }
    try {
      ((PlainCleanup) entry).run();
      return first;
    } catch (Throwable thrown) {
      return ScopeFailures.add(first, thrown);
    }
  }

  static @Nullable Throwable run3(int kinds, @Nullable Object entry, @Nullable Throwable first) {
    if (entry == null || !ScopeCalls.isPlain(kinds)) {
      return ScopeCalls.let(kinds, entry, first);
    }
    try {
      ((PlainCleanup) entry).run();
      return first;
    } catch (Throwable thrown) {
      return ScopeFailures.add(first, thrown);
    }
  }
}
