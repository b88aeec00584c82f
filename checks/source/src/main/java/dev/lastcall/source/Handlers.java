package dev.lastcall.source;

import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is open around the place that is being laid out: where exceptions go, where jumps go, and
 * what lies between a jump and its target.
 *
 * <p>Confined to one thread.
 */
final class Handlers {
  private Deque<Handler> open = new ArrayDeque<>();

  /** What a stretch of code is there for. */
  enum Role {
    /** Exceptions end here: a body, or a {@code try} with its clauses. */
    CATCHES,
    /** Something has to happen behind the stretch, however it is left. */
    BEHIND,
    /** Jumps end here: a loop, a choice, a labelled statement. */
    TARGET
  }

  /**
   * A stretch of code that exceptions or jumps can leave.
   *
   * @param node the body, the try, what has to happen behind, or the target of a jump
   * @param role what it is there for
   * @param label the label in front of it, empty if there is none
   * @param thrown the steps in it that can throw
   * @param breaks where the ways that leave it by a jump end
   * @param continues where the ways that go on with its next turn end
   */
  record Handler(
      Tree node,
      Role role,
      String label,
      List<Flow.Step> thrown,
      List<Flow.Step> breaks,
      List<Flow.Step> continues) {}

  /**
   * Something that has to happen on the way of a jump.
   *
   * @param node what happens
   * @param outside what is open around it
   */
  record Leaving(Tree node, Deque<Handler> outside) {}

  Handler enter(Tree node, Role role, String label) {
    Handler handler =
        new Handler(node, role, label, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    open.push(handler);
    return handler;
  }

  Handler enter(Tree node, Role role) {
    return enter(node, role, "");
  }

  void leave() {
    open.pop();
  }

  /** The step can throw: to what is open here. */
  void fails(Flow.Step step) {
    for (Handler handler : open) {
      if (handler.role() != Role.TARGET) {
        handler.thrown().add(step);
        return;
      }
    }
  }

  /**
   * {@return the innermost target of a jump that is wanted; the body if there is none, as in code
   * that does not compile}
   */
  Handler target(Predicate<Handler> wanted) {
    for (Handler handler : open) {
      if (handler.role() == Role.TARGET && wanted.test(handler)) {
        return handler;
      }
    }
    return body();
  }

  Handler body() {
    return open.getLast();
  }

  /** {@return what has to happen between here and the target, inner first} */
  @SuppressWarnings("ReferenceEquality") // Two stretches are never the same, whatever is in them.
  List<Leaving> leavingTo(Handler target) {
    List<Leaving> leaving = new ArrayList<>();
    Deque<Handler> left = new ArrayDeque<>(open);
    while (!left.isEmpty() && left.peek() != target) {
      Handler handler = left.pop();
      if (handler.role() == Role.BEHIND) {
        leaving.add(new Leaving(handler.node(), new ArrayDeque<>(left)));
      }
    }
    return leaving;
  }

  /**
   * Does something as if it stood where the block stands: its own jumps and exceptions go to what
   * is open around that.
   */
  void during(Leaving block, Runnable action) {
    Deque<Handler> before = open;
    open = new ArrayDeque<>(block.outside());
    action.run();
    open = before;
  }
}
