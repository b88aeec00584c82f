package dev.lastcall.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Which of two things was made from the other, as far as one file says. */
final class Dependence {
  private static final int DEPTH = 2;
  private static final String THREAD = "java.lang.Thread";

  /** Things that only look on; they may be closed at any time. */
  private static final Pattern PASSIVE =
      Pattern.compile(
          "(?i).*(metric|stats|statistics|registry|reporter|telemetry|monitor|gauge|config|listener|interceptor).*");

  private static final Pattern BUFFER =
      Pattern.compile("new (Buffered|OutputStreamWriter|GZIP|Deflater|ObjectOutput)");

  private static final Pattern AT_ONCE = Pattern.compile("PrintWriter\\(.*true\\)");

  private final SourceUnit unit;
  private final Tasks tasks;

  Dependence(SourceUnit unit) {
    this.unit = unit;
    this.tasks = new Tasks(unit);
  }

  /**
   * {@return whether something was made from another: given it when it was made, or given by it}
   */
  boolean isBuiltFrom(ExpressionTree one, ExpressionTree other) {
    Optional<VariableElement> user = unit.values().root(one);
    Optional<VariableElement> used = unit.values().root(other);
    return user.isPresent()
        && used.isPresent()
        && !user.equals(used)
        && builtFrom(user.get()).contains(used.get());
  }

  /** {@return whether one thing uses another: it was made from it, or runs tasks that use it} */
  boolean uses(Element one, Element other) {
    return !isOfOther(one)
        && !isEntrance(other)
        && !isThread(other)
        && (!isInput(other) || holdsBack(one))
        && !PASSIVE.matcher(other.getSimpleName()).matches()
        && (isMadeFrom(one, other) || runs(one, other));
  }

  /** The future of something is not a thing of its own: whoever cancels it needs nothing else. */
  private boolean isOfOther(Element variable) {
    return unit.types().of(variable.asType()).contains("java.util.concurrent.Future");
  }

  /** A thread is no thing that others could use when it has ended: it is only told to. */
  private boolean isThread(Element variable) {
    return unit.types().of(variable.asType()).contains(THREAD);
  }

  /** A server is stopped first, so that nothing comes in any more. */
  private boolean isEntrance(Element variable) {
    return unit.types().of(variable.asType()).stream().anyMatch(name -> name.endsWith("Server"));
  }

  /** {@return whether one runs tasks that use the other, and do not wait for input from it} */
  boolean runs(Element one, Element other) {
    return !isInput(other) && tasks.usedBy(one).contains(other) && !isWaitedFor(other);
  }

  /** What is closed so that its readers end. */
  private boolean isInput(Element variable) {
    Set<String> names = unit.types().of(variable.asType());
    return names.stream()
        .anyMatch(
            name ->
                name.startsWith("java.nio.channels.")
                    || name.matches("java\\.net\\.\\w*Socket")
                    || name.equals("java.io.InputStream")
                    || name.equals("java.io.Reader")
                    || name.equals("java.nio.file.WatchService"));
  }

  /** Writes only when it is closed: what it holds has nowhere to go when its socket is gone. */
  private boolean holdsBack(Element variable) {
    Set<String> names = unit.types().of(variable.asType());
    boolean flushed =
        unit.variables().uses(variable).stream()
            .flatMap(use -> unit.tree().parent(use).stream())
            .anyMatch(select -> select.toString().endsWith(".flush"));
    return (names.contains("java.io.OutputStream") || names.contains("java.io.Writer"))
        && !flushed
        && unit.variables().assigned(variable).stream()
            .map(Object::toString)
            .anyMatch(made -> BUFFER.matcher(made).find() && !AT_ONCE.matcher(made).find());
  }

  private boolean isWaitedFor(Element variable) {
    return unit.variables().uses(variable).stream()
        .flatMap(use -> unit.tree().parent(use).stream())
        .filter(MemberSelectTree.class::isInstance)
        .anyMatch(
            select ->
                ((MemberSelectTree) select)
                    .getIdentifier()
                    .toString()
                    .matches(
                        "accept|receive\\w*|take\\w*|poll\\w*|select|recv|readLine|next|read"));
  }

  /**
   * Made by a constructor or a factory that was given the other, or a stream over what the other
   * gave.
   */
  private boolean isMadeFrom(Element one, Element other) {
    if (!builtFrom(one).contains(other)) {
      return false;
    }
    boolean given =
        unit.variables().assigned(one).stream()
            .filter(value -> !(Values.bare(value) instanceof IdentifierTree))
            .filter(value -> named(value).contains(other))
            .filter(value -> !runs(one, value, other))
            .anyMatch(
                value ->
                    !(Values.bare(value) instanceof MethodInvocationTree call
                        && isAskedOnly(call, other)));
    return given && !endsWithItsSource(one);
  }

  /**
   * {@code other.create()}, without being given it anywhere: who gives things often closes them as
   * well.
   */
  private boolean isAskedOnly(MethodInvocationTree call, Element other) {
    Set<Element> named = new HashSet<>();
    ExpressionTree at = call;
    while (at instanceof MethodInvocationTree step) {
      step.getArguments().forEach(argument -> new Names(unit, named).scan(argument, null));
      at =
          step.getMethodSelect() instanceof MemberSelectTree select
              ? select.getExpression()
              : step.getMethodSelect();
    }
    if (at instanceof NewClassTree) {
      new Names(unit, named).scan(at, null);
    }
    return !named.contains(other);
  }

  /**
   * {@code new Thread(other)}, {@code factory.newThread(other)}: that is what ends the thread, and
   * it is told so first.
   */
  private boolean runs(Element one, ExpressionTree value, Element other) {
    Tree bare = Values.bare(value);
    boolean thread =
        isThread(one)
            || (bare instanceof NewClassTree made
                && (unit.types().is(made, THREAD)
                    || made.getIdentifier().toString().endsWith("Thread")));
    return thread
        && unit.calls().at(bare).stream()
            .flatMap(call -> call.arguments().stream())
            .anyMatch(task -> unit.variables().named(task).filter(other::equals).isPresent());
  }

  private boolean endsWithItsSource(Element variable) {
    Set<String> names = unit.types().of(variable.asType());
    return names.contains("java.io.InputStream")
        || names.contains("java.io.Reader")
        || names.stream().anyMatch(name -> name.endsWith("Buffer"))
        || names.stream().anyMatch(name -> name.matches("(java\\.sql|(javax|jakarta)\\.jms)\\..*"));
  }

  /**
   * {@return whether an inner thing was given to an outer one in its constructor, so that closing
   * the outer one closes both}
   */
  boolean isWrapped(ExpressionTree inner, ExpressionTree outer) {
    Optional<VariableElement> variable = unit.values().root(outer);
    boolean made =
        variable.isPresent()
            && unit.variables().assigned(variable.get()).stream()
                .map(Values::bare)
                .anyMatch(NewClassTree.class::isInstance);
    return made && isBuiltFrom(outer, inner);
  }

  /** {@return the variables that went into the making of one, directly or not} */
  Set<Element> builtFrom(Element variable) {
    Set<Element> found = new LinkedHashSet<>();
    collect(variable, found, 0);
    found.remove(variable);
    return found;
  }

  private Set<Element> named(ExpressionTree value) {
    Set<Element> found = new LinkedHashSet<>();
    collect(value, found, 0);
    return found;
  }

  private void collect(Element variable, Set<Element> into, int depth) {
    for (ExpressionTree value : unit.variables().assigned(variable)) {
      collect(value, into, depth);
    }
  }

  private void collect(ExpressionTree value, Set<Element> into, int depth) {
    Set<Element> named = new HashSet<>();
    new Names(unit, named).scan(value, null);
    for (Element name : named) {
      if (into.add(name) && depth < DEPTH && name.getKind() != ElementKind.PARAMETER) {
        collect(name, into, depth + 1);
      }
    }
  }
}
