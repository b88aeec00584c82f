package dev.lastcall.source;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** The steps laid out so far, and those from which the next one follows. Confined to one thread. */
final class FlowSteps {
  /**
   * A body with more steps than this is not looked at: finally blocks inside one another multiply.
   */
  private static final int MOST = 20_000;

  private final Flow flow = new Flow();
  private final Handlers handlers = new Handlers();
  private List<Flow.Step> current = new ArrayList<>();

  Flow flow() {
    return flow;
  }

  Handlers handlers() {
    return handlers;
  }

  /** Ends the ways that lead here, and returns where they ended. */
  List<Flow.Step> end() {
    List<Flow.Step> ended = current;
    current = new ArrayList<>();
    return ended;
  }

  /** Goes on from there as well. */
  void join(List<Flow.Step> others) {
    current.addAll(others);
  }

  /** Goes on from there alone, and returns where it would have gone on otherwise. */
  List<Flow.Step> continueFrom(List<Flow.Step> others) {
    List<Flow.Step> before = current;
    current = new ArrayList<>(others);
    return before;
  }

  boolean isReached() {
    return !current.isEmpty();
  }

  Flow.Step add(Flow.Kind kind, Tree node) {
    if (flow.steps().size() > MOST) {
      throw new TooMany();
    }
    Flow.Step step = flow.add(kind, node);
    current.forEach(before -> flow.connect(before, step));
    current = new ArrayList<>(List.of(step));
    return step;
  }

  void addFailing(Flow.Kind kind, Tree node) {
    handlers.fails(add(kind, node));
  }

  /** Too many ways through a body. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("too many steps", null, false, false);
    }
  }
}
