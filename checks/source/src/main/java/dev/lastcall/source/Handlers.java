package dev.lastcall.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Where exceptions go while a body is laid out, and what lies between a jump and its target. */
final class Handlers {
  private static final Set<String> CATCH_ALL = Set.of("java.lang.Throwable", "java.lang.Exception");
  private static final Set<String> UNCHECKED =
      Set.of(
          "java.lang.RuntimeException",
          "java.lang.Error",
          "java.lang.Throwable",
          "java.lang.Exception");

  private final Calls calls;
  private final TypeNames types;
  private Deque<Handler> open = new ArrayDeque<>();

  Handlers(Calls calls, TypeNames types) {
    this.calls = calls;
    this.types = types;
  }

  /**
   * A stretch of code whose exceptions go to one place.
   *
   * @param node the try, the body, or the loop that a jump can end
   * @param behind whether the node is something that has to happen behind the stretch
   * @param isMark whether it is only the target of a jump, and no place for exceptions
   * @param thrown the steps in it that can throw
   */
  record Handler(Tree node, boolean behind, boolean isMark, List<Flow.Step> thrown) {}

  /**
   * Something that has to happen on the way of a jump.
   *
   * @param node what happens
   * @param outside the handlers that are open around it
   */
  record Leaving(Tree node, Deque<Handler> outside) {}

  Handler enter(Tree node) {
    return push(new Handler(node, false, false, new ArrayList<>()));
  }

  Handler enterWith(Tree behind) {
    return push(new Handler(behind, true, false, new ArrayList<>()));
  }

  /** Says that a jump to this node passes what was entered since. */
  void mark(Tree node) {
    push(new Handler(node, false, true, new ArrayList<>()));
  }

  private Handler push(Handler handler) {
    open.push(handler);
    return handler;
  }

  void leave() {
    Handler left = open.pop();
    while (left.isMark()) {
      left = open.pop();
    }
  }

  void fails(Flow.Step step) {
    for (Handler handler : open) {
      if (!handler.isMark()) {
        handler.thrown().add(step);
        return;
      }
    }
  }

  List<Leaving> leavingTo(Tree target) {
    List<Leaving> leaving = new ArrayList<>();
    Deque<Handler> left = new ArrayDeque<>(open);
    while (!left.isEmpty() && left.peek().node() != target) {
      Handler handler = left.pop();
      if (handler.behind()) {
        leaving.add(new Leaving(handler.node(), new ArrayDeque<>(left)));
      }
    }
    return leaving;
  }

  void during(Leaving block, Runnable action) {
    Deque<Handler> before = open;
    open = new ArrayDeque<>(block.outside());
    action.run();
    open = before;
  }

  /** Whether a clause can catch what a step throws; unknown methods can throw anything. */
  boolean canCatch(CatchTree clause, Flow.Step step) {
    for (Tree type : alternatives(clause)) {
      Set<String> caught = types.of(type);
      if (caught.isEmpty()
          || caught.contains("java.lang.RuntimeException")
          || UNCHECKED.contains(types.written(type))) {
        return true;
      }
      if (thrownBy(step).isEmpty() || declares(step, types.written(type), caught)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing passes these clauses; errors are not counted. */
  boolean catchesAll(List<? extends CatchTree> clauses, Flow.Step step) {
    boolean everything =
        clauses.stream()
            .flatMap(clause -> alternatives(clause).stream())
            .anyMatch(type -> CATCH_ALL.contains(types.written(type)));
    return everything && step.kind() != Flow.Kind.FAILED;
  }

  private boolean declares(Flow.Step step, String name, Set<String> caught) {
    return thrownBy(step).orElseThrow().getThrownTypes().stream()
        .map(types::of)
        .anyMatch(
            thrown -> thrown.contains(name) || thrown.isEmpty() || caught.containsAll(thrown));
  }

  private Optional<ExecutableElement> thrownBy(Flow.Step step) {
    return step.kind() == Flow.Kind.CALL
        ? calls.at(step.node()).flatMap(Call::method)
        : Optional.empty();
  }

  private static List<? extends Tree> alternatives(CatchTree clause) {
    Tree type = clause.getParameter().getType();
    return type instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(type);
  }
}
