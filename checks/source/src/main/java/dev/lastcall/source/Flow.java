package dev.lastcall.source;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways through one method or lambda: its steps, and which can follow which, when they succeed
 * and when they fail.
 *
 * <p>A {@code finally} block appears once for every way through it, as the compiler lays it out.
 * What a lambda or an inner class does is not part of it. Built by {@link FlowBuilder}; unchanged
 * afterwards; confined to one thread.
 */
public final class Flow {
  /** What happens at a step. */
  public enum Kind {
    /** The body begins. */
    ENTRY,
    /** A method or constructor is called: the node is the call. */
    CALL,
    /**
     * A variable is given a value: the node is the assignment, or the declaration with its
     * initializer.
     */
    ASSIGN,
    /**
     * A variable is changed where it stands: the node is the compound assignment, the increment or
     * the decrement.
     */
    CHANGE,
    /**
     * Something turned out to be true: the node is a condition, without {@code !}, {@code &&},
     * {@code ||} and {@code ?:}; or, once that is known, the boolean variable that it was assigned
     * to (its declaration, or the assignment), or the {@code return} statement.
     */
    TRUE,
    /** The same turned out to be false. */
    FALSE,
    /** An exception is caught: the node is the {@code catch} clause. */
    CATCH,
    /** A resource of a {@code try} is closed: the node is the resource. */
    CLOSE,
    /** A monitor is entered: the node is the {@code synchronized} statement. */
    LOCK,
    /** A monitor is left: the node is the {@code synchronized} statement. */
    UNLOCK,
    /** The body returns: the node is the {@code return} statement. */
    RETURN,
    /**
     * An exception is thrown: the node is the {@code throw} statement, or the block behind which it
     * goes on.
     */
    THROW,
    /** The way through joins others: nothing happens. */
    JOIN,
    /** The body has ended in the ordinary way. */
    END,
    /** The body has ended by an exception. */
    FAILED
  }

  /**
   * One step.
   *
   * @param index its number, from 0; the first is the entry
   * @param kind what happens
   * @param node where it is written
   */
  public record Step(int index, Kind kind, Tree node) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<List<Step>> next = new ArrayList<>();
  private final List<List<Step>> failing = new ArrayList<>();

  Flow() {}

  /** {@return all steps} */
  public List<Step> steps() {
    return steps;
  }

  /** {@return the first step} */
  public Step entry() {
    return steps.get(0);
  }

  /** {@return the steps that can follow when this one succeeds} */
  public List<Step> next(Step step) {
    return next.get(step.index());
  }

  /** {@return the steps that can follow when this one throws} */
  public List<Step> whenItFails(Step step) {
    return failing.get(step.index());
  }

  Step add(Kind kind, Tree node) {
    Step step = new Step(steps.size(), kind, node);
    steps.add(step);
    next.add(new ArrayList<>());
    failing.add(new ArrayList<>());
    return step;
  }

  void connect(Step from, Step to) {
    if (!next.get(from.index()).contains(to)) {
      next.get(from.index()).add(to);
    }
  }

  void connectFailure(Step from, Step to) {
    if (!failing.get(from.index()).contains(to)) {
      failing.get(from.index()).add(to);
    }
  }
}
