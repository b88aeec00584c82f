package dev.lastcall.rules;

import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of a lambda or a method reference, as the call tells that it is given to. */
enum Lambdas {
  /** Run for every element, request or tick. */
  EACH,
  /** Run at most once, on the same thread, before the call returns. */
  INLINE,
  /** Run once for a key, or once at all, whoever asks. */
  REMEMBERED,
  /** Run once, by another thread. */
  ELSEWHERE,
  /** Kept, or nothing is known. */
  UNKNOWN;

  private static final Set<String> AT_ONCE =
      Set.of(
          "doPrivileged",
          "ifPresent",
          "ifPresentOrElse",
          "orElseGet",
          "callAs",
          "doAs",
          "executeInTransaction",
          "executeWithoutResult",
          "inTransaction",
          "withLock");

  /** Types whose methods run what they are given themselves, before they return. */
  private static final List<String> RUNNING =
      List.of(
          "java.util.Map",
          "java.util.Optional",
          "java.util.Collection",
          "java.util.concurrent.atomic.AtomicReference",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong");

  private static final Set<String> REMEMBERING =
      Set.of("computeIfAbsent", "memoize", "lazy", "withInitial");
  private static final Pattern ADDING = Pattern.compile("(add|put|offer|push|set|<init>).*");
  private static final Set<String> HANDING_ON =
      Set.of("execute", "submit", "startVirtualThread", "runAsync", "supplyAsync", "fork");

  /** {@return what becomes of a lambda or a method reference} */
  static Lambdas of(SourceUnit unit, Tree lambda) {
    Optional<Call> call = unit.tree().parent(lambda).flatMap(unit.calls()::at);
    return call.map(found -> of(unit, found)).orElse(UNKNOWN);
  }

  /** {@return whether it is run by the call itself} */
  boolean isOnSameThread() {
    return this == EACH || this == INLINE || this == REMEMBERED;
  }

  private static Lambdas of(SourceUnit unit, Call call) {
    if (unit.facts().about("each", call).isPresent()
        || unit.facts().about("each", call.name(), call.arity(), Set.of("*")).isPresent()) {
      return EACH;
    }
    if (REMEMBERING.contains(call.name())) {
      return REMEMBERED;
    }
    if (AT_ONCE.contains(call.name())
        || (RUNNING.stream().anyMatch(call::isOn) && !ADDING.matcher(call.name()).matches())) {
      return INLINE;
    }
    if (HANDING_ON.contains(call.name())) {
      return ELSEWHERE;
    }
    if (call.is("<init>", "java.lang.Thread")) {
      return startedAtOnce(unit, call) ? ELSEWHERE : UNKNOWN;
    }
    boolean own = unit.bodies().called(call).isPresent() && !call.name().equals("<init>");
    return own ? INLINE : UNKNOWN;
  }

  /** {@code new Thread(…).start()}. */
  private static boolean startedAtOnce(SourceUnit unit, Call thread) {
    return unit.tree()
        .parent(thread.node())
        .flatMap(unit.tree()::parent)
        .flatMap(unit.calls()::at)
        .filter(next -> next.name().equals("start") && !next.isReference())
        .isPresent();
  }
}
