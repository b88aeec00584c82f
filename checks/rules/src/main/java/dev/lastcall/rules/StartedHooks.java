package dev.lastcall.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import dev.lastcall.source.Call;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Flow;
import dev.lastcall.source.SourceUnit;
import dev.lastcall.source.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Finds hooks whose thread is started by somebody else, or registered twice. */
final class StartedHooks {
  private static final String BESIDES =
      "the thread is started besides: it cannot be started again at the exit";
  private static final String AGAIN = "the thread has been registered before: it is refused";
  private static final Set<String> STARTING = Set.of("start", "startVirtualThread");

  private final SourceUnit unit;
  private final Consumer<Finding> findings;

  private StartedHooks(SourceUnit unit, Consumer<Finding> findings) {
    this.unit = unit;
    this.findings = findings;
  }

  static void find(SourceUnit unit, Consumer<Finding> findings) {
    StartedHooks hooks = new StartedHooks(unit, findings);
    for (Call call : unit.calls().named("addShutdownHook")) {
      if (call.is("addShutdownHook", "java.lang.Runtime") && call.arguments().size() == 1) {
        hooks.look(call, call.arguments().get(0));
      }
    }
  }

  private void look(Call call, ExpressionTree thread) {
    if (unit.values().origins(thread).stream().anyMatch(this::isStarted)) {
      report(call, "the thread has been started already: it is refused, or cannot start again");
      return;
    }
    Optional<VariableElement> variable = unit.values().root(thread);
    if (thread.toString().equals("this")) {
      if (startsItself(call)) {
        report(call, BESIDES);
      }
    } else if (variable.isEmpty()) {
      return;
    } else if (variable.get().getKind() == ElementKind.FIELD) {
      if (unit.variables().assigned(variable.get()).size() <= 1
          && isStartedAnywhere(variable.get())) {
        report(call, BESIDES);
      }
    } else if (isStartedAnywhere(variable.get()) || timesRegistered(variable.get()) > 1) {
      meets(call, variable.get()).ifPresent(why -> report(call, why));
    }
  }

  private void report(Call call, String why) {
    findings.accept(Finding.of(HookRule.MISUSE, unit.tree().span(call.node()), why));
  }

  /** {@code Thread.ofPlatform().start(r)}, {@code Thread.currentThread()}. */
  private boolean isStarted(ExpressionTree origin) {
    return unit.calls()
        .at(origin)
        .filter(
            call ->
                call.is("currentThread", "java.lang.Thread")
                    || (STARTING.contains(call.name()) && call.arguments().size() == 1))
        .isPresent();
  }

  private boolean isStartedAnywhere(VariableElement thread) {
    return starts().stream().anyMatch(call -> isOn(call, thread));
  }

  private List<Call> starts() {
    return unit.calls().named("start").stream()
        .filter(call -> call.arguments().isEmpty() && !call.isReference())
        .filter(call -> call.isOn("java.lang.Thread"))
        .toList();
  }

  private long timesRegistered(VariableElement thread) {
    return unit.calls().named("addShutdownHook").stream()
        .filter(
            call ->
                call.argument(0).flatMap(unit.values()::root).filter(thread::equals).isPresent())
        .count();
  }

  private boolean isOn(Call call, VariableElement thread) {
    return call.receiver().flatMap(unit.values()::root).filter(thread::equals).isPresent();
  }

  private boolean startsItself(Call call) {
    Optional<ClassTree> type = unit.tree().enclosing(call.node(), ClassTree.class);
    return starts().stream()
        .anyMatch(
            start ->
                start.receiver().map(on -> on.toString().equals("this")).orElse(true)
                    && unit.tree().enclosing(start.node(), ClassTree.class).equals(type));
  }

  /** What a way has done to a thread so far. */
  private enum Met {
    NOTHING,
    STARTED,
    REGISTERED
  }

  /** Follows a local variable: the same thread is started, or registered once more. */
  private Optional<String> meets(Call call, VariableElement thread) {
    Optional<Flow> flow = unit.flow(unit.bodies().around(call.node()));
    Set<String> found = new LinkedHashSet<>();
    flow.ifPresent(
        ways ->
            unit.paths()
                .walk(
                    ways,
                    Met.NOTHING,
                    (step, met, fails) -> {
                      if (step.kind() != Flow.Kind.CALL || fails) {
                        return assigns(step, thread) ? Met.NOTHING : met;
                      }
                      boolean here = step.node() == call.node();
                      boolean starts = isStart(step, thread);
                      if (here && met == Met.REGISTERED) {
                        found.add(AGAIN);
                      } else if ((here && met == Met.STARTED)
                          || (starts && met == Met.REGISTERED)) {
                        found.add(BESIDES);
                      }
                      return starts ? Met.STARTED : registered(step, met, thread);
                    }));
    return found.stream().findFirst();
  }

  private Met registered(Flow.Step step, Met met, VariableElement thread) {
    Optional<Call> call = unit.calls().at(step.node());
    boolean same =
        call.flatMap(found -> found.argument(0))
            .flatMap(unit.values()::root)
            .filter(thread::equals)
            .isPresent();
    if (!same) {
      return met;
    }
    String name = call.get().name();
    boolean adds = name.equals("addShutdownHook") && met == Met.NOTHING;
    return adds ? Met.REGISTERED : name.equals("removeShutdownHook") ? Met.NOTHING : met;
  }

  private boolean isStart(Flow.Step step, VariableElement thread) {
    return starts().stream().anyMatch(call -> call.node() == step.node() && isOn(call, thread));
  }

  private boolean assigns(Flow.Step step, VariableElement thread) {
    if (step.kind() != Flow.Kind.ASSIGN) {
      return false;
    }
    Tree target =
        step.node() instanceof com.sun.source.tree.AssignmentTree assignment
            ? Values.bare(assignment.getVariable())
            : step.node();
    return unit.variables().named(target).filter(thread::equals).isPresent();
  }
}
