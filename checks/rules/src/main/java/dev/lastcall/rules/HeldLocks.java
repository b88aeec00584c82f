package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Flow;
import dev.lastcall.source.Place;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Which monitors and locks are held at a place, and which of them cleanup takes. */
final class HeldLocks {
  private final SourceUnit unit;
  private final Locks locks;

  HeldLocks(SourceUnit unit) {
    this.unit = unit;
    this.locks = Locks.of(unit);
  }

  /**
   * A lock that is held.
   *
   * @param name which one; the same for the same lock of the file
   * @param where what took it
   */
  record Held(Object name, Tree where) {}

  /** {@return a lock that the thread holds at a node because of the body around it} */
  Optional<Held> at(Tree node, Tree body) {
    return monitor(node, body).or(() -> lock(node, body));
  }

  private Optional<Held> monitor(Tree node, Tree body) {
    Tree child = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (child == body) {
        return Optional.empty();
      }
      Optional<Held> held =
          at instanceof SynchronizedTree block && child != block.getBlock()
              ? Optional.empty()
              : taken(at);
      if (held.isPresent()) {
        return held;
      }
      child = at;
    }
    return Optional.empty();
  }

  /** What a synchronized statement or method takes; nothing for a lock that nobody else can see. */
  private Optional<Held> taken(Tree node) {
    if (node instanceof SynchronizedTree block) {
      Tree on = Values.bare(block.getExpression());
      boolean local =
          unit.variables()
              .named(on)
              .filter(found -> found.getKind() == ElementKind.LOCAL_VARIABLE)
              .filter(found -> LockName.of(unit, (ExpressionTree) on).isPresent())
              .flatMap(unit.variables()::declaration)
              .map(VariableTree::getInitializer)
              .filter(made -> made instanceof NewClassTree)
              .isPresent();
      return local ? Optional.empty() : Optional.of(new Held(name((ExpressionTree) on), node));
    }
    if (node instanceof MethodTree method
        && method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED)) {
      boolean isStatic = method.getModifiers().getFlags().contains(Modifier.STATIC);
      return Optional.of(new Held(own(method, isStatic), node));
    }
    return Optional.empty();
  }

  private Object name(ExpressionTree on) {
    String text = on.toString();
    if (text.equals("this") || text.endsWith(".class")) {
      return own(on, !text.equals("this"));
    }
    return LockName.of(unit, on).map(found -> (Object) found).orElse(text);
  }

  private Object own(Tree node, boolean isStatic) {
    Optional<ClassTree> type = unit.tree().enclosing(node, ClassTree.class);
    String name = type.map(found -> found.getSimpleName().toString()).orElse("");
    return (isStatic ? "class " : "object of ") + name;
  }

  /** Follows the locks through the body up to the node. */
  private Optional<Held> lock(Tree node, Tree body) {
    if (locks.in(body).stream().noneMatch(use -> use.acquires() && use.isOwned())) {
      return Optional.empty();
    }
    Tree call = callIn(node, body);
    Optional<Flow> flow = unit.flow(body);
    Set<Locks.Use> found = new HashSet<>();
    flow.ifPresent(
        ways ->
            unit.paths()
                .walk(
                    ways,
                    Set.<Locks.Use>of(),
                    (step, held, fails) -> {
                      if (step.node() == call && step.kind() == Flow.Kind.CALL) {
                        found.addAll(held);
                        return null;
                      }
                      return fails ? held : after(step, held);
                    }));
    return found.stream().findFirst().map(use -> new Held(use.name(), use.call().node()));
  }

  /** The call of the body's own that runs a node, perhaps by a lambda that it is given. */
  private Tree callIn(Tree node, Tree body) {
    Tree call = node;
    for (Tree at : unit.tree().ancestors(node)) {
      if (at == body) {
        break;
      }
      if (at instanceof LambdaExpressionTree) {
        call = unit.tree().parent(at).orElse(at);
      }
    }
    return call;
  }

  private Set<Locks.Use> after(Flow.Step step, Set<Locks.Use> held) {
    Optional<Locks.Use> use = use(step);
    if (use.isEmpty() || !use.get().isOwned()) {
      return held;
    }
    boolean takes =
        use.get().acquires()
            && (use.get().tests() ? step.kind() == Flow.Kind.TRUE : step.kind() == Flow.Kind.CALL);
    boolean gives = use.get().releases() && step.kind() == Flow.Kind.CALL;
    if (!takes && !gives) {
      return held;
    }
    Set<Locks.Use> now = new HashSet<>(held);
    now.removeIf(other -> other.name().equals(use.get().name()));
    if (takes) {
      now.add(use.get());
    }
    return now;
  }

  private Optional<Locks.Use> use(Flow.Step step) {
    if (step.node() instanceof VariableTree variable && variable.getInitializer() != null) {
      return step.kind() == Flow.Kind.TRUE ? locks.at(variable.getInitializer()) : Optional.empty();
    }
    return locks.at(step.node());
  }

  /** {@return whether nothing but the code that holds a lock can take it} */
  boolean isTakenOnlyHere(Held held) {
    Set<Tree> bodies = new HashSet<>();
    for (Tree.Kind kind : Set.of(Tree.Kind.METHOD, Tree.Kind.SYNCHRONIZED)) {
      for (Tree node : unit.tree().all(kind, Tree.class)) {
        if (taken(node).filter(other -> other.name().equals(held.name())).isPresent()) {
          bodies.add(node instanceof MethodTree ? node : unit.bodies().around(node));
        }
      }
    }
    locks.all().stream()
        .filter(use -> use.acquires() && isSame(use.name(), held.name()))
        .forEach(use -> bodies.add(unit.bodies().around(use.call().node())));
    return bodies.size() == 1 && isPrivate(held);
  }

  /** The read lock and the write lock of one pair keep each other out. */
  private static boolean isSame(LockName name, Object held) {
    return name.equals(held)
        || (held instanceof LockName other
            && name.root().isPresent()
            && name.root().equals(other.root()));
  }

  private boolean isPrivate(Held held) {
    if (held.name() instanceof LockName name) {
      return name.root()
          .filter(variable -> variable.getModifiers().contains(Modifier.PRIVATE))
          .isPresent();
    }
    return held.where() instanceof MethodTree method
        && method.getModifiers().getFlags().contains(Modifier.PRIVATE);
  }

  /** {@return whether code of this file takes a lock that runs during the exit} */
  boolean isTakenByCleanup(Held held) {
    for (MethodTree method : unit.tree().all(Tree.Kind.METHOD, MethodTree.class)) {
      if (isTakenAt(method, held)) {
        return true;
      }
    }
    for (Tree block : unit.tree().all(Tree.Kind.SYNCHRONIZED, Tree.class)) {
      if (isTakenAt(block, held)) {
        return true;
      }
    }
    List<Locks.Use> uses = locks.all();
    return uses.stream()
        .anyMatch(
            use ->
                use.acquires() && isSame(use.name(), held.name()) && isCleanup(use.call().node()));
  }

  private boolean isTakenAt(Tree node, Held held) {
    return taken(node).filter(other -> other.name().equals(held.name())).isPresent()
        && isCleanup(node);
  }

  private boolean isCleanup(Tree node) {
    return unit.places().of(node).filter(reach -> reach.place() != Place.CLEANER).isPresent();
  }
}
