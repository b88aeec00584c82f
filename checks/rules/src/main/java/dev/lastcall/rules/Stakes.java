package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is at stake when the end of something throws.
 *
 * <p>Facts: {@code reads} for types that are only read from, or only told to stop: their end has
 * nothing left to do that could go wrong, and hardly ever throws.
 */
final class Stakes {
  private static final int DEPTH = 2;

  private final SourceUnit unit;
  private final Cleanups cleanups;

  Stakes(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  /** {@return how bad it is if a call throws that ends something} */
  Severity of(Call call) {
    return isLow(call, DEPTH) ? Severity.NOTE : Severity.WARNING;
  }

  private boolean isLow(Call call, int depth) {
    Optional<ExpressionTree> subject = cleanups.subject(call);
    if (subject.isPresent()) {
      return isRead(subject.get());
    }
    Optional<MethodTree> own = unit.bodies().called(call);
    if (own.isEmpty() || depth == 0) {
      return false;
    }
    List<Call> risky = unit.calls().inside(own.get()).stream().filter(cleanups::canThrow).toList();
    return !risky.isEmpty() && risky.stream().allMatch(inner -> isLow(inner, depth - 1));
  }

  private boolean isRead(ExpressionTree subject) {
    Set<String> types = new HashSet<>(unit.types().of(subject));
    unit.values().origins(subject).forEach(origin -> types.addAll(unit.types().of(origin)));
    return unit.facts().isAbout("reads", types) && !unit.facts().isAbout("writes", types);
  }
}
