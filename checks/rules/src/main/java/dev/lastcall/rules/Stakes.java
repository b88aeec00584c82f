package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
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
 * <p>Facts: {@code writes} for types whose end may have something left to write, or to give back;
 * {@code reads} for those that are only read from, or only told to stop, and {@code collects} for
 * those that only fill memory: their end hardly ever throws; {@code memory} for those under which
 * there is nothing else, so that it never does.
 */
final class Stakes {
  private static final int DEPTH = 2;

  private final SourceUnit unit;
  private final Cleanups cleanups;

  Stakes(SourceUnit unit) {
    this.unit = unit;
    this.cleanups = new Cleanups(unit);
  }

  /**
   * {@return how bad it is if a call throws while an exception is on its way: worse if it is likely
   * to, because it has something left to do}
   */
  Severity whileFailing(Call call) {
    return isLikely(call, DEPTH) ? Severity.WARNING : Severity.NOTE;
  }

  /** {@return how bad it is if a call throws before others that end something} */
  Severity beforeOthers(Call call) {
    return isUnlikely(call, DEPTH) ? Severity.NOTE : Severity.WARNING;
  }

  /**
   * {@return whether a call closes a stream of the JDK's over nothing but memory, for which there
   * is nothing to fail}
   */
  boolean isNothing(Call call) {
    return cleanups.subject(call).filter(subject -> isOnlyMemory(subject, DEPTH + 1)).isPresent();
  }

  private boolean isOnlyMemory(ExpressionTree subject, int depth) {
    if (unit.facts().isAbout("memory", unit.types().of(subject))) {
      return true;
    }
    Set<ExpressionTree> origins = unit.values().origins(subject);
    return depth > 0
        && !origins.isEmpty()
        && origins.stream()
            .allMatch(
                made ->
                    made instanceof NewClassTree stream
                        && isPlain(stream)
                        && (unit.facts().isAbout("memory", unit.types().of(stream))
                            || stream.getArguments().stream()
                                .anyMatch(under -> isOnlyMemory(under, depth - 1))));
  }

  /** Of the JDK, and without a body of its own. */
  private boolean isPlain(NewClassTree stream) {
    return stream.getClassBody() == null
        && unit.types().written(stream.getIdentifier()).matches("java\\.(io|util\\.zip)\\.\\w+");
  }

  private boolean isLikely(Call call, int depth) {
    if (cleanups.throwsItself(call)) {
      return true;
    }
    List<Call> inside = inside(call);
    if (!inside.isEmpty() && depth > 0) {
      return inside.stream().anyMatch(inner -> isLikely(inner, depth - 1));
    }
    Optional<ExpressionTree> subject = cleanups.subject(call);
    return call.name().equals("rollback")
        || subject.isEmpty()
        || (unit.facts().isAbout("writes", types(subject.get()))
            && !isInMemory(subject.get(), DEPTH))
        || call.isOn("java.nio.file.Files");
  }

  private boolean isUnlikely(Call call, int depth) {
    Optional<ExpressionTree> subject = cleanups.subject(call);
    if (subject.isPresent()) {
      return unit.facts().isAbout("reads", types(subject.get()))
          || isInMemory(subject.get(), DEPTH);
    }
    List<Call> inside = inside(call);
    return depth > 0
        && !inside.isEmpty()
        && inside.stream().allMatch(inner -> isUnlikely(inner, depth - 1));
  }

  /** What a method of this file calls that can throw. */
  private List<Call> inside(Call call) {
    return unit.bodies()
        .called(call)
        .map(own -> unit.calls().inside(own).stream().filter(cleanups::canThrow).toList())
        .orElse(List.of());
  }

  /** What is written stays in memory: it is made over something that only collects. */
  private boolean isInMemory(ExpressionTree subject, int depth) {
    return unit.facts().isAbout("collects", types(subject))
        || (depth > 0
            && unit.values().origins(subject).stream()
                .filter(NewClassTree.class::isInstance)
                .flatMap(made -> ((NewClassTree) made).getArguments().stream())
                .anyMatch(under -> isInMemory(under, depth - 1)));
  }

  private Set<String> types(ExpressionTree subject) {
    Set<String> types = new HashSet<>(unit.types().of(subject));
    unit.values().origins(subject).forEach(origin -> types.addAll(unit.types().of(origin)));
    return types;
  }
}
