package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls that end something, as the facts {@code cleanup} name them, and what they throw. */
final class Cleanups {
  private static final Pattern ENDING =
      Pattern.compile(
          "(?i)(do|on|handle|await|internal|safe)?(close|stop(?!w)|shut|release|clean|dispose|destroy"
              + "|free(?!z)|tear|disconnect|terminate|finish|quit|halt|rollback|detach|deactivate"
              + "|passivate|uninstall|unload|undeploy|unregister|deregister|kill|abort|cancel"
              + "|context(Destroyed|Closed)).*");

  /** Conditions about whether something has ended already, or has ever begun. */
  private static final Pattern ENDED =
      Pattern.compile("(?i)clos|open|stop|start|run|state|shut|dispos|destroy|ended|alive|null");

  private final SourceUnit unit;
  private @Nullable List<Call> candidates;

  Cleanups(SourceUnit unit) {
    this.unit = unit;
  }

  /** {@return those of a file} */
  static Cleanups of(SourceUnit unit) {
    return unit.once(Cleanups.class, Cleanups::new);
  }

  /**
   * {@return the calls that can end something, as far as their names tell: by facts, or by a method
   * of the file that is named like one that does; grouped by name}
   */
  List<Call> candidates() {
    List<Call> known = candidates;
    if (known == null) {
      known = findCandidates();
      candidates = known;
    }
    return known;
  }

  private List<Call> findCandidates() {
    Set<String> own = new HashSet<>();
    for (MethodTree method : unit.tree().all(Tree.Kind.METHOD, MethodTree.class)) {
      String name = method.getName().toString();
      if (unit.calls().has(name) && isNamed(name)) {
        own.add(name);
      }
    }
    return unit.calls()
        .named(name -> own.contains(name) || unit.facts().isAboutMethod("cleanup", name));
  }

  /** {@return whether a call ends what it is called on, or what it is given} */
  boolean is(Call call) {
    return unit.facts().about("cleanup", call.name(), call.arity(), Set.of("*")).isPresent()
        || unit.facts().about("cleanup", call).isPresent();
  }

  /**
   * {@return what a call ends: what it is called on, or its one argument if it is a static method
   * or one of the file's own}
   */
  Optional<ExpressionTree> subject(Call call) {
    if (!is(call)) {
      return Optional.empty();
    }
    boolean own = call.receiver().isEmpty() || isType(call.receiver().get());
    if (own) {
      return call.argument(0);
    }
    return call.receiver();
  }

  private boolean isType(ExpressionTree receiver) {
    return unit.tree()
        .element(receiver)
        .map(element -> element.getKind().isClass() || element.getKind().isInterface())
        .orElse(false);
  }

  /**
   * {@return whether a method of this file only ends things: it has such a name, or it makes such
   * calls}
   */
  boolean isOwn(Call call) {
    Optional<MethodTree> own = unit.bodies().called(call);
    return own.isPresent()
        && (unit.facts().about("cleanup", call.name(), 0, Set.of("*")).isPresent()
            || (unit.calls().inside(own.get()).stream().anyMatch(this::is) && isNamed(own.get())));
  }

  /** {@return whether a call is declared to throw something that is not unchecked} */
  boolean throwsChecked(Call call) {
    if (unit.facts().about("quiet", call).isPresent() || isOfBareStream(call)) {
      return false;
    }
    return call.method()
        .map(method -> method.getThrownTypes().stream().anyMatch(this::isChecked))
        .orElse(false);
  }

  /** {@code super.close()} of what extends the JDK's bare streams does nothing. */
  private static boolean isOfBareStream(Call call) {
    return call.receiver().filter(on -> on.toString().equals("super")).isPresent()
        && call.method()
            .filter(
                method ->
                    String.valueOf(method.getEnclosingElement())
                        .matches("java\\.io\\.(In|Out)putStream"))
            .isPresent();
  }

  /** {@return whether a call is declared to throw, or its own code in this file throws} */
  boolean canThrow(Call call) {
    return throwsChecked(call) || throwsItself(call);
  }

  /** {@return whether a call is of a method of this file that makes an exception and throws it} */
  boolean throwsItself(Call call) {
    return !call.isReference() && unit.bodies().called(call).filter(this::throwsItself).isPresent();
  }

  /**
   * {@return whether a method of this file has a name that says that it ends something, and throws}
   */
  boolean isOwnAndThrows(Call call) {
    return isNamed(call.name()) && throwsItself(call);
  }

  /** A method that makes an exception and throws it, but for the word that it has been ended. */
  boolean throwsItself(MethodTree method) {
    return unit.tree().all(Tree.Kind.THROW, ThrowTree.class).stream()
        .filter(thrown -> thrown.getExpression() instanceof NewClassTree && runsIn(thrown, method))
        .filter(thrown -> leaves(thrown, method))
        .anyMatch(
            thrown ->
                isWrapping(thrown, method)
                    || Premises.of(unit, thrown, method).stream()
                        .noneMatch(premise -> isAboutTheEnd(premise.condition())));
  }

  /** {@return whether code catches what ending something throws, and throws another instead} */
  boolean wraps(Tree body) {
    return unit.tree().all(Tree.Kind.THROW, ThrowTree.class).stream()
        .filter(thrown -> runsIn(thrown, body) && leaves(thrown, body))
        .anyMatch(thrown -> isWrapping(thrown, body));
  }

  /** Nothing around it takes it, and if it stands in a clause, that is about ending something. */
  private boolean leaves(Tree thrown, Tree body) {
    return tries(thrown, body)
        .allMatch(guard -> !unit.tree().isInside(thrown, guard.getBlock()) && endsSomething(guard));
  }

  private boolean isWrapping(Tree thrown, Tree body) {
    return tries(thrown, body).findAny().isPresent();
  }

  private Stream<TryTree> tries(Tree thrown, Tree body) {
    return unit.tree().ancestors(thrown).stream()
        .takeWhile(above -> above != body)
        .filter(TryTree.class::isInstance)
        .map(TryTree.class::cast);
  }

  private boolean endsSomething(TryTree guard) {
    return unit.calls().inside(guard.getBlock()).stream().anyMatch(this::is);
  }

  private static boolean isAboutTheEnd(ExpressionTree condition) {
    boolean counts =
        condition.getKind() == Tree.Kind.LESS_THAN || condition.getKind() == Tree.Kind.GREATER_THAN;
    return !counts && ENDED.matcher(condition.toString()).find();
  }

  /**
   * {@return whether the only thing that a call is declared to throw is that it was interrupted}
   */
  boolean isOnlyInterrupted(Call call) {
    return call.method()
        .filter(
            method ->
                method.getThrownTypes().stream()
                    .allMatch(type -> type.toString().equals("java.lang.InterruptedException")))
        .isPresent();
  }

  private boolean isChecked(TypeMirror type) {
    Set<String> names = unit.types().of(type);
    return !names.contains("java.lang.RuntimeException") && !names.contains("java.lang.Error");
  }

  /** {@return whether a clause takes every exception that is not an error} */
  boolean takesAll(CatchTree clause) {
    return alternatives(clause).stream()
        .map(unit.types()::written)
        .anyMatch(name -> name.equals("java.lang.Exception") || name.equals("java.lang.Throwable"));
  }

  /** {@return whether a clause takes one of the exceptions that a call is declared to throw} */
  boolean takes(CatchTree clause, Call call) {
    return takesAll(clause)
        || call.method()
            .map(
                method ->
                    method.getThrownTypes().stream()
                        .filter(this::isChecked)
                        .allMatch(thrown -> takes(clause, unit.types().of(thrown))))
            .orElse(true);
  }

  private boolean takes(CatchTree clause, Set<String> thrown) {
    return alternatives(clause).stream().map(unit.types()::written).anyMatch(thrown::contains);
  }

  private static List<? extends Tree> alternatives(CatchTree clause) {
    Tree type = clause.getParameter().getType();
    return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
  }

  /** {@return whether something stands in a block itself, not in code that is only made there} */
  boolean runsIn(Tree node, Tree block) {
    for (Tree above : unit.tree().ancestors(node)) {
      if (above == block) {
        return true;
      }
      boolean other = above instanceof ClassTree || above instanceof MethodTree;
      if (other || above instanceof LambdaExpressionTree) {
        return false;
      }
    }
    return false;
  }

  /**
   * {@return the finally block that a node stands in, or the body, if that is there for cleanup: it
   * runs as such, or has such a name}
   */
  Optional<Tree> place(Tree node, Tree body) {
    for (Tree above : unit.tree().ancestors(node)) {
      if (above == body) {
        break;
      }
      boolean last =
          unit.tree().parent(above).orElse(body) instanceof TryTree guard
              && guard.getFinallyBlock() == above;
      if (last) {
        return Optional.of(above);
      }
    }
    boolean named = body instanceof MethodTree method && isNamed(method);
    return named || unit.places().of(node).isPresent() ? Optional.of(body) : Optional.empty();
  }

  /** {@return whether a body is there for cleanup, or may be in a part of it} */
  boolean canBePlace(Tree body) {
    return (body instanceof MethodTree method && isNamed(method))
        || !unit.places().isEmpty()
        || unit.tree().all(Tree.Kind.TRY, TryTree.class).stream()
            .anyMatch(
                guard -> guard.getFinallyBlock() != null && unit.tree().isInside(guard, body));
  }

  /** {@return whether a method's name says that it ends something} */
  boolean isNamed(MethodTree method) {
    return isNamed(method.getName().toString());
  }

  /** {@return whether a name says that a method ends something} */
  static boolean isNamed(String method) {
    return ENDING.matcher(method).matches();
  }
}
