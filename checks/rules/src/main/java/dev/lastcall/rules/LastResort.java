package dev.lastcall.rules;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import dev.lastcall.source.Call;
import dev.lastcall.source.SourceUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a process is halted because nothing else is left to do. */
final class LastResort {
  /** Beginnings of words that say so. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(halt|kill|crash|panic|watch ?dog|dead ?man|dead ?line|last (resort|gasp)|escalat"
              + "|out of memory|oom\\b|uncaught|suicide|abort|fatal|emergency|forc(e|ibl)|grace"
              + "|time ?out|timed out|overdue|corrupt|checkpoint)");

  private static final Pattern CAPITAL =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

  private static final Pattern WAITS =
      Pattern.compile(
          "await.*|join|waitFor|sleep|tryAcquire|tryLock|get|poll|parkNanos|wait|block.*|isAlive"
              + "|isTerminated|isDone|isExpired|hasRemaining|nanoTime|currentTimeMillis");

  /** Asked by who ends the process when he is told so again. */
  private static final Pattern COUNTS =
      Pattern.compile("incrementAndGet|getAndIncrement|getAndSet|compareAndSet");

  private static final Set<String> BROKEN =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Error",
          "java.lang.OutOfMemoryError",
          "java.lang.VirtualMachineError",
          "java.lang.StackOverflowError",
          "java.lang.InternalError",
          "java.lang.LinkageError",
          "java.lang.NoClassDefFoundError",
          "java.util.concurrent.TimeoutException");

  private final SourceUnit unit;

  private LastResort(SourceUnit unit) {
    this.unit = unit;
  }

  /** Reads a name, or code, as words. */
  private static boolean saysSo(CharSequence text) {
    String words = CAPITAL.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
    return WORDS.matcher(words).find();
  }

  /** {@return whether something on a way to it says that it is the last resort} */
  static boolean is(SourceUnit unit, Chains.Chain chain) {
    LastResort resort = new LastResort(unit);
    for (int level = 0; level < chain.nodes().size(); level++) {
      Tree node = chain.nodes().get(level);
      Tree body = chain.bodies().get(level);
      if (resort.isNamedSo(body)
          || resort.isCaught(node, body)
          || resort.isConditional(node, body)
          || resort.comesAfter(node, body)
          || resort.isDelayed(body)) {
        return true;
      }
    }
    return false;
  }

  /** The method, the class, the thread, or the variable that the code is given to. */
  private boolean isNamedSo(Tree body) {
    if (body instanceof MethodTree method && saysSo(method.getName())) {
      return true;
    }
    Tree child = body;
    for (Tree at : unit.tree().ancestors(body)) {
      Tree inner = child;
      boolean named =
          (at instanceof ClassTree type && saysSo(type.getSimpleName()))
              || (at instanceof VariableTree variable && saysSo(variable.getName()))
              || unit.calls().at(at).filter(call -> names(call, inner)).isPresent();
      if (named) {
        return true;
      }
      child = at;
    }
    return false;
  }

  /** {@code new Thread(r, "watchdog")}, {@code onTimeout(r)}. */
  private static boolean names(Call call, Tree body) {
    boolean given = call.arguments().contains(body);
    return given
        && (saysSo(call.name())
            || call.arguments().stream()
                .anyMatch(
                    argument ->
                        argument.getKind() == Tree.Kind.STRING_LITERAL
                            && saysSo(argument.toString())));
  }

  /** The virtual machine is broken, or a limit is over; in a hook, whatever has failed. */
  private boolean isCaught(Tree node, Tree body) {
    for (Tree at : unit.tree().ancestors(node)) {
      if (at instanceof CatchTree clause) {
        Tree type = clause.getParameter().getType();
        List<? extends Tree> types =
            type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
        boolean broken = types.stream().map(unit.types()::written).anyMatch(BROKEN::contains);
        if (broken || isDuringExit(node)) {
          return true;
        }
      }
      if (at == body) {
        return false;
      }
    }
    return false;
  }

  private boolean isDuringExit(Tree node) {
    return unit.places().of(node).filter(reach -> reach.place().isEnd()).isPresent();
  }

  private boolean isConditional(Tree node, Tree body) {
    List<Premises.Premise> premises = Premises.of(unit, node, body);
    if (!premises.isEmpty() && isDuringExit(node)) {
      return true;
    }
    return premises.stream()
        .anyMatch(
            premise ->
                saysSo(premise.condition().toString().replace('\n', ' '))
                    || unit.calls().inside(premise.condition()).stream()
                        .anyMatch(call -> isWait(call) || COUNTS.matcher(call.name()).matches())
                    || isResultOfWait(premise));
  }

  /** {@code boolean ended = pool.awaitTermination(…); if (!ended) halt}. */
  private boolean isResultOfWait(Premises.Premise premise) {
    return unit
        .variables()
        .named(premise.condition())
        .map(unit.variables()::assigned)
        .orElse(List.of())
        .stream()
        .anyMatch(value -> unit.calls().inside(value).stream().anyMatch(this::isWait));
  }

  /** Behind a wait, behind an exit that did not work, behind words that say so. */
  private boolean comesAfter(Tree node, Tree body) {
    int start = unit.tree().start(node);
    return unit.calls().inside(body).stream()
        .filter(call -> unit.tree().start(call.node()) < start)
        .anyMatch(
            call ->
                isWait(call)
                    || unit.facts().about("exit", call).isPresent()
                    || call.name().equals("fatal")
                    || call.arguments().stream()
                        .anyMatch(argument -> argument.toString().contains("FATAL")));
  }

  private boolean isWait(Call call) {
    boolean timed = !call.name().equals("get") && !call.name().equals("poll");
    return WAITS.matcher(call.name()).matches() && (timed || call.arguments().size() == 2);
  }

  /** Run by a timer, once its time is over. */
  private boolean isDelayed(Tree body) {
    Optional<Call> given = unit.tree().parent(body).flatMap(unit.calls()::at);
    boolean task =
        unit.tree()
            .enclosing(body, ClassTree.class)
            .flatMap(unit.tree()::element)
            .filter(javax.lang.model.element.TypeElement.class::isInstance)
            .map(type -> unit.types().of((javax.lang.model.element.TypeElement) type))
            .filter(types -> types.contains("java.util.TimerTask"))
            .isPresent();
    return (task && body instanceof MethodTree)
        || (body instanceof LambdaExpressionTree
            && given.filter(call -> call.name().startsWith("schedule")).isPresent());
  }
}
