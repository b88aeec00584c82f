package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import dev.lastcall.source.Amounts;
import dev.lastcall.source.Call;
import dev.lastcall.source.Facts;
import dev.lastcall.source.SourceUnit;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The limits that calls are given, by the facts {@code bound} and {@code limit}. */
final class Bounds {
  private static final String ZERO_IS_FOR_EVER = "zero-is-for-ever";

  private Bounds() {}

  /** {@return the fact about a call, for its type or, if that is not known, for its name alone} */
  static Optional<Facts.Fact> fact(SourceUnit unit, String kind, Call call) {
    return unit.facts()
        .about(kind, call)
        .or(() -> unit.facts().about(kind, call.name(), call.arity(), Set.of("*")));
  }

  /** {@return the longest time that a call is given in cleanup, if the fact and the file say it} */
  static Optional<Duration> given(SourceUnit unit, Facts.Fact bound, Call call) {
    Amounts amounts = unit.amountsInCleanup();
    Optional<ExpressionTree> unitOfTime = argument(bound, call, "unit");
    Optional<ExpressionTree> amount = argument(bound, call, "amount");
    if (unitOfTime.isPresent() && amount.isPresent()) {
      return amounts.time(amount.get(), unitOfTime.get());
    }
    Optional<ExpressionTree> either = argument(bound, call, "millis-or-duration");
    if (either.isPresent() && unit.types().is(either.get(), "java.time.Duration")) {
      return amounts.time(either.get());
    }
    return argument(bound, call, "duration")
        .flatMap(amounts::time)
        .or(() -> either.or(() -> argument(bound, call, "millis")).flatMap(amounts::millis))
        .or(() -> multiple(amounts, argument(bound, call, "seconds"), Duration.ofSeconds(1)))
        .or(() -> multiple(amounts, argument(bound, call, "nanos"), Duration.ofNanos(1)));
  }

  /** {@return whether a call is given 0 where that means no limit} */
  static boolean isZeroForEver(SourceUnit unit, Call call) {
    return unit.facts()
        .about("bound", call)
        .filter(fact -> fact.words().contains(ZERO_IS_FOR_EVER))
        .filter(
            fact ->
                call.argument(0).filter(n -> unit.types().is(n, "java.time.Duration")).isEmpty())
        .flatMap(fact -> given(unit, fact, call))
        .filter(Duration::isZero)
        .isPresent();
  }

  /** {@return the argument, or the receiver, that a word of a fact points to: {@code of@0}} */
  static Optional<ExpressionTree> argument(Facts.Fact fact, Call call, String word) {
    for (String pointer : fact.words()) {
      if (pointer.startsWith(word + "@")) {
        String place = pointer.substring(word.length() + 1);
        return place.equals("receiver") ? call.receiver() : call.argument(Integer.parseInt(place));
      }
    }
    return Optional.empty();
  }

  private static Optional<Duration> multiple(
      Amounts amounts, Optional<ExpressionTree> amount, Duration unit) {
    Optional<BigInteger> number = amount.flatMap(amounts::number);
    return number.map(
        factor ->
            factor.bitLength() > 40 ? Amounts.FOR_EVER : unit.multipliedBy(factor.longValue()));
  }
}
