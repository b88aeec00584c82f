package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** What a piece of code ends, in the order in which it does. Confined to one thread. */
final class Ends {
  private static final Pattern STOPS =
      Pattern.compile(
          "close(Quietly|Now)?|shut[dD]own(Now)?|stop|destroy|dispose|disconnect|terminate");
  private static final Set<String> WAITS =
      Set.of("awaitTermination", "join", "await", "blockUntilShutdown");
  private static final Set<String> ENDS =
      Set.of(
          "awaitTermination",
          "join",
          "interrupt",
          "close",
          "await",
          "blockUntilShutdown",
          "cancel",
          "shutdownGracefully");

  private final SourceUnit unit;
  private final Cleanups cleanups;

  Ends(SourceUnit unit, Cleanups cleanups) {
    this.unit = unit;
    this.cleanups = cleanups;
  }

  /**
   * Something is ended, or waited for.
   *
   * @param what the variable
   * @param node where, in the body that is looked at
   * @param isWait whether this only waits until it has ended
   */
  record End(Element what, Tree node, boolean isWait) {}

  static boolean isStop(Cleanups cleanups, Call call) {
    return cleanups.is(call) && STOPS.matcher(call.name()).matches();
  }

  /** {@return what a body ends} */
  List<End> of(Tree body) {
    List<End> ends = new ArrayList<>();
    List<TryTree> open = resources(body);
    for (Call call : unit.calls().inside(body)) {
      closeBefore(call.node(), open, ends);
      boolean runs =
          cleanups.runsIn(call.node(), body)
              && (!call.isReference() || unit.places().isInline(call.node()));
      if (runs || call.node() == body) {
        add(call, call.node(), ends, 0);
      }
    }
    open.forEach(rest -> close(rest, ends));
    return ends;
  }

  /** {@return what a loop ends, if what it goes over is known in its order} */
  List<End> of(Each each) {
    List<End> ends = new ArrayList<>();
    for (ExpressionTree element : unit.bodies().inOrder(each.elements())) {
      Optional<Element> name = unit.values().root(element).map(Element.class::cast);
      if (name.isPresent() && endsElement(each)) {
        ends.add(new End(name.get(), element, false));
      } else {
        unit.bodies().of(element).forEach(body -> ends.addAll(of(body)));
      }
    }
    return ends;
  }

  /** {@return what a statement with several resources ends when it is over, the last one first} */
  List<End> of(TryTree guard) {
    List<End> ends = new ArrayList<>();
    close(guard, ends);
    return ends;
  }

  private boolean endsElement(Each each) {
    return unit.calls().inside(each.body()).stream()
        .filter(call -> isStop(cleanups, call))
        .anyMatch(
            call ->
                call.node() == each.body()
                    || call.receiver().filter(on -> each.isElement(unit, on)).isPresent());
  }

  /** Those with resources, the innermost first. */
  private List<TryTree> resources(Tree body) {
    List<TryTree> found = new ArrayList<>();
    for (TryTree guard : unit.tree().all(Tree.Kind.TRY, TryTree.class)) {
      if (!guard.getResources().isEmpty()
          && unit.tree().isInside(guard, body)
          && cleanups.runsIn(guard, body)) {
        found.add(guard);
      }
    }
    found.sort(Comparator.comparingInt(guard -> unit.tree().span(guard.getBlock()).end()));
    return found;
  }

  private void closeBefore(Tree next, List<TryTree> open, List<End> ends) {
    while (!open.isEmpty()
        && unit.tree().span(open.get(0).getBlock()).end() <= unit.tree().start(next)) {
      close(open.remove(0), ends);
    }
  }

  /** What was opened last is closed first. */
  private void close(TryTree guard, List<End> ends) {
    List<Tree> resources = new ArrayList<>(guard.getResources());
    Collections.reverse(resources);
    for (Tree resource : resources) {
      Optional<? extends Element> name =
          resource instanceof ExpressionTree named
              ? unit.values().root(named)
              : unit.variables().named(resource).filter(this::holdsBack);
      name.ifPresent(what -> ends.add(new End(what, resource, false)));
    }
  }

  /** What only writes when it is closed; what else stands there may be a scope, and no thing. */
  private boolean holdsBack(Element resource) {
    return unit.facts().isAbout("writes", unit.types().of(resource.asType()))
        || unit.types().of(resource.asType()).contains("java.util.concurrent.ExecutorService");
  }

  private void add(Call call, Tree node, List<End> ends, int depth) {
    Optional<ExpressionTree> subject = subject(call);
    Optional<Element> what =
        subject
            .flatMap(unit.values()::root)
            .map(this::given)
            .map(Element.class::cast)
            .filter(name -> !name.getSimpleName().toString().matches("this|super"));
    if (what.isPresent()) {
      boolean wait = WAITS.contains(call.name());
      ends.add(new End(what.get(), node, wait));
      return;
    }
    Optional<MethodTree> own = unit.bodies().called(call);
    if (own.isPresent() && depth < 2) {
      for (Call inner : unit.calls().inside(own.get())) {
        if (cleanups.runsIn(inner.node(), own.get())) {
          add(inner, node, ends, depth + 1);
        }
      }
    }
  }

  /** What a method of this file that is called once is given. */
  private VariableElement given(VariableElement name) {
    if (name.getKind() != ElementKind.PARAMETER
        || !(name.getEnclosingElement() instanceof ExecutableElement method)) {
      return name;
    }
    int index = method.getParameters().indexOf(name);
    List<Call> callers =
        unit.calls().named(method.getSimpleName().toString()).stream()
            .filter(call -> call.method().filter(method::equals).isPresent())
            .toList();
    return index >= 0 && callers.size() == 1
        ? callers.get(0).argument(index).flatMap(unit.values()::root).orElse(name)
        : name;
  }

  private Optional<ExpressionTree> subject(Call call) {
    if (isStop(cleanups, call)) {
      return cleanups.subject(call);
    }
    return ENDS.contains(call.name()) && !call.isReference() ? call.receiver() : Optional.empty();
  }
}
