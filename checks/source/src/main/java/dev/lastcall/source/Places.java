package dev.lastcall.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Which code of a file runs as cleanup: what is registered, what a container calls, and what those
 * call in the same file.
 *
 * <p>Facts say which registrations and callbacks there are: {@code hook}, {@code signal}, {@code
 * deferred}, {@code cleaner} for methods that are given the cleanup, {@code callback} for methods
 * and annotations by which it is found, {@code event} for the types of arguments that mark it,
 * {@code async} for methods that run what they are given somewhere else. Confined to one thread.
 */
public final class Places {
  /** How many calls deep cleanup code is followed. */
  private static final int DEPTH = 4;

  /** The facts that say that a call registers cleanup. */
  private static final String[] REGISTERING = {"hook", "signal", "deferred", "cleaner"};

  private final SourceTree tree;
  private final Calls calls;
  private final Bodies bodies;
  private final Facts facts;
  private final Callbacks callbacks;
  private @Nullable IdentityHashMap<Tree, Reach> reached;

  private Places(SourceTree tree, TypeNames types, Calls calls, Bodies bodies, Facts facts) {
    this.tree = tree;
    this.calls = calls;
    this.bodies = bodies;
    this.facts = facts;
    this.callbacks = new Callbacks(tree, types, facts);
  }

  static Places of(SourceTree tree, TypeNames types, Calls calls, Bodies bodies, Facts facts) {
    return new Places(tree, types, calls, bodies, facts);
  }

  private IdentityHashMap<Tree, Reach> reached() {
    IdentityHashMap<Tree, Reach> known = reached;
    if (known == null) {
      List<Reach> roots = new ArrayList<>();
      addRegistered(roots);
      addCallbacks(roots);
      roots.sort(Comparator.comparing(Reach::place));
      known = new IdentityHashMap<>();
      for (Reach root : roots) {
        spread(root, known);
      }
      reached = known;
    }
    return known;
  }

  /** {@return whether none of the file's code runs as cleanup} */
  public boolean isEmpty() {
    return reached().isEmpty();
  }

  /**
   * How a piece of code is reached as cleanup.
   *
   * @param place the kind of cleanup
   * @param body the method, lambda or method reference that the code is in
   * @param root where it is registered, or the callback's declaration
   * @param depth how many calls lie between the cleanup's own body and this one
   */
  public record Reach(Place place, Tree body, Tree root, int depth) {}

  /**
   * {@return how the code at a node is reached as cleanup, on the cleanup's own thread; empty if it
   * is not}
   */
  public Optional<Reach> of(Tree node) {
    IdentityHashMap<Tree, Reach> bodiesReached = reached();
    if (bodiesReached.isEmpty()) {
      return Optional.empty();
    }
    for (@Nullable Tree at = node; at != null; at = tree.parent(at).orElse(null)) {
      Reach reach = bodiesReached.get(at);
      if (reach != null) {
        return Optional.of(reach);
      }
      boolean edge = at instanceof MethodTree || (at instanceof ClassTree && at != node);
      boolean made = at instanceof LambdaExpressionTree || (at == node && isReference(at));
      if (edge || (made && !isInline(at))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isReference(Tree node) {
    return node instanceof MemberReferenceTree;
  }

  /** {@return every body that runs as cleanup} */
  public List<Reach> all() {
    return List.copyOf(reached().values());
  }

  /**
   * {@return whether a lambda or method reference is run by the call that it is given to, before
   * that call returns, as far as names tell}
   */
  public boolean isInline(Tree lambda) {
    Tree parent = tree.parent(lambda).orElse(tree.unit());
    return parent instanceof MethodInvocationTree
        && calls.at(parent).filter(call -> !isDetached(call)).isPresent();
  }

  /**
   * {@return whether a call has what it is given run somewhere else, or later, as far as names
   * tell}
   */
  public boolean isDetached(Call call) {
    return facts.about("async", call).isPresent()
        || facts.about("async", call.name(), call.arity(), Set.of("*")).isPresent()
        || registration(call).isPresent();
  }

  /** {@return the calls that register something to be run as cleanup} */
  public List<Call> registrations() {
    return calls.about(REGISTERING).stream()
        .filter(call -> registration(call).isPresent())
        .toList();
  }

  private void addRegistered(List<Reach> roots) {
    for (Call call : registrations()) {
      Optional<Place> place = registration(call);
      if (place.isPresent()) {
        for (ExpressionTree argument : call.arguments()) {
          if (isRunning(argument)) {
            continue;
          }
          for (Tree body : bodies.of(argument)) {
            roots.add(new Reach(place.get(), body, call.node(), 0));
          }
        }
      }
    }
  }

  /** A thread that is started elsewhere runs for itself: it cannot be registered. */
  private boolean isRunning(ExpressionTree argument) {
    return tree.element(argument)
        .filter(VariableElement.class::isInstance)
        .filter(
            thread ->
                calls.named("start").stream()
                    .anyMatch(
                        start ->
                            start
                                .receiver()
                                .flatMap(tree::element)
                                .filter(thread::equals)
                                .isPresent()))
        .isPresent();
  }

  /**
   * {@return the place in which a call will have its arguments run, empty if it registers nothing}
   */
  public Optional<Place> registration(Call call) {
    for (Place place : List.of(Place.HOOK, Place.SIGNAL, Place.DEFERRED, Place.CLEANER)) {
      if (facts.about(place.name().toLowerCase(Locale.ROOT), call).isPresent()) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private void addCallbacks(List<Reach> roots) {
    for (MethodTree method : tree.all(Tree.Kind.METHOD, MethodTree.class)) {
      if (method.getBody() != null) {
        callbacks.place(method).ifPresent(place -> roots.add(new Reach(place, method, method, 0)));
      }
    }
    for (LambdaExpressionTree lambda :
        tree.all(Tree.Kind.LAMBDA_EXPRESSION, LambdaExpressionTree.class)) {
      if (callbacks.takesEvent(lambda.getParameters())) {
        roots.add(new Reach(Place.CALLBACK, lambda, lambda, 0));
      }
    }
  }

  /**
   * Marks a body and everything that it calls in this file, nearest first; what is marked already
   * keeps its worse place.
   */
  private void spread(Reach root, IdentityHashMap<Tree, Reach> into) {
    Deque<Reach> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      Reach reach = open.poll();
      if (into.putIfAbsent(reach.body(), reach) != null || reach.depth() >= DEPTH) {
        continue;
      }
      for (Call call : calls.inside(reach.body())) {
        if (runsIn(call.node(), reach.body())) {
          for (Tree next : targets(call)) {
            open.add(new Reach(root.place(), next, root.root(), reach.depth() + 1));
          }
        }
      }
    }
  }

  /** Whether a call is made by a body itself, not by something that the body only makes. */
  private boolean runsIn(Tree node, Tree body) {
    for (@Nullable Tree at = node; at != null && at != body; at = tree.parent(at).orElse(null)) {
      boolean other = at instanceof MethodTree || at instanceof ClassTree;
      if (other || (at != node && at instanceof LambdaExpressionTree && !isInline(at))) {
        return false;
      }
    }
    return true;
  }

  private Set<Tree> targets(Call call) {
    if (!call.isReference()) {
      return bodies.entered(call);
    }
    Tree parent = tree.parent(call.node()).orElse(call.node());
    if (calls.at(parent).filter(outer -> !isDetached(outer)).isEmpty()) {
      return Set.of();
    }
    Set<Tree> run = new LinkedHashSet<>(bodies.of((ExpressionTree) call.node()));
    run.addAll(bodies.entered(call));
    return run;
  }
}
