package dev.lastcall.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What a step can throw, and which clauses take it. Confined to one thread. */
final class Thrown {
  private static final Set<String> EVERYTHING =
      Set.of("java.lang.Throwable", "java.lang.Exception");
  private static final Set<String> UNCHECKED =
      Set.of("java.lang.RuntimeException", "java.lang.Throwable", "java.lang.Exception");
  private static final String RUNTIME = "java.lang.RuntimeException";
  private static final String ERROR = "java.lang.Error";
  private static final Set<String> WAITING =
      Set.of(
          "java.lang.Thread",
          "java.util.concurrent.TimeUnit",
          "java.util.concurrent.Semaphore",
          "java.util.concurrent.CountDownLatch",
          "java.util.concurrent.locks.Lock",
          "java.util.concurrent.locks.ReentrantLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock",
          "java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock",
          "java.util.concurrent.locks.StampedLock",
          "java.util.concurrent.locks.Condition");

  private final Calls calls;
  private final TypeNames types;

  Thrown(Calls calls, TypeNames types) {
    this.calls = calls;
    this.types = types;
  }

  /**
   * What a step throws, as far as its declaration tells.
   *
   * @param declared the names of each type, its own first; one without names is unknown
   * @param exact whether nothing that extends those is thrown
   * @param unchecked whether any unchecked exception may be thrown as well
   */
  private record Kinds(List<Set<String>> declared, boolean exact, boolean unchecked) {}

  /** {@return whether a clause can catch what a step throws; unknown methods can throw anything} */
  boolean canCatch(CatchTree clause, Flow.Step step) {
    Optional<Kinds> kinds = of(step);
    return kinds.isEmpty()
        || alternatives(clause).stream().anyMatch(type -> canCatch(type, kinds.get()));
  }

  private boolean canCatch(Tree type, Kinds kinds) {
    Set<String> caught = types.of(type);
    String name = types.written(type);
    if (caught.isEmpty()) {
      return true;
    }
    if (kinds.unchecked()
        && (UNCHECKED.contains(name) || caught.contains(RUNTIME) || caught.contains(ERROR))) {
      return true;
    }
    return kinds.declared().stream()
        .anyMatch(
            thrown ->
                thrown.isEmpty()
                    || thrown.contains(name)
                    || (!kinds.exact() && caught.contains(thrown.iterator().next())));
  }

  /** {@return whether something that a step throws passes these clauses; errors are not counted} */
  boolean passes(List<? extends CatchTree> clauses, Flow.Step step) {
    List<String> caught =
        clauses.stream()
            .flatMap(clause -> alternatives(clause).stream())
            .map(types::written)
            .toList();
    if (caught.contains("java.lang.Throwable")) {
      return false;
    }
    Optional<Kinds> kinds = of(step);
    if (kinds.isEmpty()) {
      return caught.stream().noneMatch(EVERYTHING::contains);
    }
    boolean unchecked = kinds.get().unchecked() && caught.stream().noneMatch(UNCHECKED::contains);
    return unchecked
        || kinds.get().declared().stream()
            .anyMatch(thrown -> caught.stream().noneMatch(thrown::contains));
  }

  private Optional<Kinds> of(Flow.Step step) {
    if (step.kind() == Flow.Kind.CALL) {
      return calls.at(step.node()).flatMap(Call::method).map(this::declaredBy);
    }
    if (step.kind() == Flow.Kind.THROW && step.node() instanceof ThrowTree thrown) {
      Set<String> names = types.of(thrown.getExpression());
      boolean exact = Values.bare(thrown.getExpression()) instanceof NewClassTree;
      return names.isEmpty()
          ? Optional.empty()
          : Optional.of(new Kinds(List.of(names), exact, false));
    }
    return Optional.empty();
  }

  private Kinds declaredBy(ExecutableElement method) {
    List<Set<String>> declared = method.getThrownTypes().stream().map(types::of).toList();
    boolean waits =
        method.getEnclosingElement() instanceof TypeElement owner
            && WAITING.contains(owner.getQualifiedName().toString())
            && !declared.isEmpty();
    return new Kinds(declared, false, !waits);
  }

  private static List<? extends Tree> alternatives(CatchTree clause) {
    Tree type = clause.getParameter().getType();
    return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
  }
}
