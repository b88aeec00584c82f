package dev.lastcall.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * Which code a value runs: the body behind a lambda, a method reference, a thread, an object with a
 * callback.
 *
 * <p>A body is a method, a lambda, or a method reference to somebody else's method. Confined to one
 * thread.
 */
public final class Bodies {
  private static final Set<String> WRAPPERS =
      Set.of(
          "unstarted",
          "callable",
          "newThread",
          "start",
          "startVirtualThread",
          "privilegedThreadFactory",
          "requireNonNull");

  /** Methods that run what they are given at once. */
  private static final Set<String> EACH =
      Set.of("forEach", "forEachOrdered", "ifPresent", "ifPresentOrElse");

  private final SourceTree tree;
  private final Variables variables;
  private final Calls calls;
  private final Values values;
  private final Overrides overrides;
  private final Gathered gathered;

  private Bodies(
      SourceTree tree, TypeNames types, Variables variables, Calls calls, Values values) {
    this.tree = tree;
    this.variables = variables;
    this.calls = calls;
    this.values = values;
    this.overrides = new Overrides(tree, types);
    this.gathered = new Gathered(tree, variables, calls);
  }

  static Bodies of(
      SourceTree tree, TypeNames types, Variables variables, Calls calls, Values values) {
    return new Bodies(tree, types, variables, calls, values);
  }

  /**
   * {@return the nearest method or lambda around a node; a class's or the file's node outside of
   * all}
   */
  public Tree around(Tree node) {
    for (Tree at : tree.ancestors(node)) {
      if (at instanceof MethodTree
          || at instanceof LambdaExpressionTree
          || at instanceof ClassTree) {
        return at;
      }
    }
    return tree.unit();
  }

  /** {@return the bodies that run when somebody runs this value; empty if the file does not say} */
  public Set<Tree> of(ExpressionTree value) {
    Set<Tree> found = new LinkedHashSet<>();
    for (ExpressionTree origin : values.origins(value)) {
      add(origin, found, 0);
    }
    return found;
  }

  /** {@return the collection, array or stream that a value is taken from} */
  public Optional<ExpressionTree> collection(ExpressionTree element) {
    return gathered.source(element).or(() -> values.origin(element).flatMap(gathered::source));
  }

  /** {@return what the elements of a collection, a view of it or a stream over it can be} */
  public Set<ExpressionTree> elements(ExpressionTree collection) {
    return gathered.in(collection);
  }

  /**
   * {@return what a list, an array or a view of one is filled with, in its order; empty if the file
   * does not say}
   */
  public List<ExpressionTree> inOrder(ExpressionTree collection) {
    return new InOrder(tree, variables, calls).of(collection);
  }

  /** {@return the method of this file that a call runs} */
  public Optional<MethodTree> called(Call call) {
    return call.method().flatMap(variables::method);
  }

  /**
   * {@return the bodies of this file that a call enters on its own thread: the method that it
   * names, those that override it, and what it runs of what it is called on or given}
   */
  public Set<Tree> entered(Call call) {
    Set<Tree> found = new LinkedHashSet<>();
    Optional<MethodTree> own = called(call);
    if (own.isPresent()) {
      found.add(own.get());
      found.addAll(overrides.of(own.get()));
      call.receiver()
          .filter(on -> own.get().getBody() == null)
          .ifPresent(on -> found.addAll(functions(on)));
    } else if (call.receiver().isPresent() && Kinds.RUN_METHODS.contains(call.name())) {
      found.addAll(call.isReference() ? each(call.node()) : of(call.receiver().get()));
    } else if (EACH.contains(call.name())) {
      for (ExpressionTree given : call.arguments()) {
        variables.named(given).ifPresent(action -> found.addAll(of(given)));
      }
    }
    return found;
  }

  /** What is behind a type of this file with one abstract method, where no class implements it. */
  private Set<Tree> functions(ExpressionTree value) {
    Set<Tree> found = new LinkedHashSet<>();
    for (ExpressionTree origin : values.origins(value)) {
      for (ExpressionTree one : isFunction(origin) ? Set.of(origin) : gathered.behind(origin)) {
        values.origins(one).stream()
            .filter(Bodies::isFunction)
            .forEach(function -> add(function, found, 0));
      }
    }
    return found;
  }

  private static boolean isFunction(ExpressionTree value) {
    return value instanceof LambdaExpressionTree || value instanceof MemberReferenceTree;
  }

  /** {@code closers.forEach(Runnable::run)} runs what was put into {@code closers}. */
  private Set<Tree> each(Tree reference) {
    Set<Tree> found = new LinkedHashSet<>();
    tree.parent(reference)
        .flatMap(calls::at)
        .flatMap(Call::receiver)
        .ifPresent(collection -> gathered.in(collection).forEach(one -> found.addAll(of(one))));
    return found;
  }

  private void add(ExpressionTree value, Set<Tree> into, int depth) {
    if (depth > 4) {
      return;
    }
    if (value instanceof LambdaExpressionTree) {
      into.add(value);
    } else if (value instanceof MemberReferenceTree) {
      Optional<MethodTree> own = calls.at(value).flatMap(this::called);
      into.add(own.isPresent() ? own.get() : value);
      own.ifPresent(method -> into.addAll(overrides.of(method)));
    } else if (value instanceof NewClassTree creation) {
      addObject(creation, into, depth);
    } else if (value instanceof MethodInvocationTree call) {
      addArguments(call, into, depth);
    } else if (value.toString().equals("this")) {
      tree.enclosing(value, ClassTree.class).ifPresent(type -> addMethods(type, into));
    } else {
      addElements(value, into, depth);
    }
  }

  /** {@code new Thread(r)} runs r; {@code new Worker()} runs its own run(). */
  private void addObject(NewClassTree creation, Set<Tree> into, int depth) {
    boolean own = false;
    ClassTree body = creation.getClassBody();
    if (body != null) {
      own = addMethods(body, into);
    } else {
      own = declaredHere(creation).map(type -> addMethods(type, into)).orElse(false);
    }
    if (!own) {
      for (ExpressionTree argument : creation.getArguments()) {
        values.origins(argument).forEach(origin -> add(origin, into, depth + 1));
      }
    }
  }

  /**
   * {@code Thread.ofPlatform().unstarted(r)}, {@code factory.newThread(r)} and their like hand on
   * what they are given.
   */
  private void addArguments(MethodInvocationTree call, Set<Tree> into, int depth) {
    if (calls.at(call).filter(made -> WRAPPERS.contains(made.name())).isPresent()) {
      for (ExpressionTree argument : call.getArguments()) {
        values.origins(argument).forEach(origin -> add(origin, into, depth + 1));
      }
    } else {
      addElements(call, into, depth);
    }
  }

  /** What is taken out of a collection is what was put in. */
  private void addElements(ExpressionTree value, Set<Tree> into, int depth) {
    for (ExpressionTree element : gathered.behind(value)) {
      values.origins(element).forEach(origin -> add(origin, into, depth + 1));
    }
  }

  private Optional<ClassTree> declaredHere(NewClassTree creation) {
    Optional<Element> type =
        tree.element(creation)
            .filter(ExecutableElement.class::isInstance)
            .map(Element::getEnclosingElement);
    return type.flatMap(
        wanted ->
            Kinds.CLASSES.stream()
                .flatMap(kind -> tree.all(kind, ClassTree.class).stream())
                .filter(found -> tree.element(found).filter(wanted::equals).isPresent())
                .findFirst());
  }

  private static boolean addMethods(ClassTree type, Set<Tree> into) {
    boolean any = false;
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method
          && Kinds.RUN_METHODS.contains(method.getName().toString())) {
        into.add(method);
        any = true;
      }
    }
    return any;
  }
}
