package dev.lastcall.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks all ways through a body with a state of the caller's own, and leaves out those that cannot
 * be because of what is known: a variable that was tested for null or for true, or was given such a
 * value; a condition that was tested before in the same words.
 *
 * <p>A boolean that is the result of a call is followed both ways from the call on, so that {@code
 * boolean held = lock.tryLock()} and a later {@code if (held)} belong together. Confined to one
 * thread.
 */
public final class Paths {
  /** More pairs of step and state than this are not looked at. */
  private static final int MOST_VISITS = 40_000;

  private final Variables variables;
  private final Calls calls;
  private final IdentityHashMap<Flow, Knowledge> known = new IdentityHashMap<>();

  private Paths(Variables variables, Calls calls) {
    this.variables = variables;
    this.calls = calls;
  }

  static Paths of(Variables variables, Calls calls) {
    return new Paths(variables, calls);
  }

  /**
   * What a step does to the caller's state.
   *
   * @param <S> the state, with {@code equals}; few different ones
   */
  @FunctionalInterface
  public interface Transfer<S> {
    /**
     * Returns the state behind a step.
     *
     * @param step what happens; a boolean result of a call is told as {@code TRUE} or {@code FALSE}
     *     of that call wherever it is tested, kept in a variable, or returned
     * @param before the state before it
     * @param fails whether the step throws here
     * @return the state behind it, or null if the way need not be followed
     */
    @Nullable S after(Flow.Step step, S before, boolean fails);
  }

  /**
   * Walks.
   *
   * @param flow the body
   * @param start the state at its entry
   * @param transfer told of every step in every state that can reach it, perhaps twice
   * @return whether all ways were walked; false if there are too many
   */
  public <S> boolean walk(Flow flow, S start, Transfer<S> transfer) {
    return new Walk<>(
            flow,
            transfer,
            known.computeIfAbsent(flow, made -> Knowledge.of(made, variables, calls)))
        .from(start);
  }

  /**
   * {@return whether a way leads from the entry to a step that is wanted without a step that is
   * avoided}
   */
  public boolean canReach(
      Flow flow, BiPredicate<Flow.Step, Boolean> wanted, BiPredicate<Flow.Step, Boolean> avoided) {
    boolean[] found = {false};
    walk(
        flow,
        true,
        (step, state, fails) -> {
          if (avoided.test(step, fails)) {
            return null;
          }
          found[0] |= wanted.test(step, fails);
          return found[0] ? null : state;
        });
    return found[0];
  }

  private record Position<S>(
      Flow.Step step, S state, Map<Conditions.Subject, Conditions.Known> known) {}

  /** One walk. */
  private static final class Walk<S> {
    private final Flow flow;
    private final Transfer<S> transfer;
    private final Knowledge knowledge;
    private final Set<Position<S>> seen = new HashSet<>();
    private final Deque<Position<S>> open = new ArrayDeque<>();

    Walk(Flow flow, Transfer<S> transfer, Knowledge knowledge) {
      this.flow = flow;
      this.transfer = transfer;
      this.knowledge = knowledge;
    }

    boolean from(S start) {
      push(flow.entry(), start, Map.of());
      while (!open.isEmpty()) {
        if (seen.size() > MOST_VISITS) {
          return false;
        }
        visit(open.pop());
      }
      return true;
    }

    private void push(Flow.Step step, S state, Map<Conditions.Subject, Conditions.Known> known) {
      Position<S> position = new Position<>(step, state, knowledge.at(step, known));
      if (seen.add(position)) {
        open.push(position);
      }
    }

    private void visit(Position<S> at) {
      Optional<Map<Conditions.Subject, Conditions.Known>> known =
          knowledge.behind(at.step(), at.known());
      if (known.isPresent()) {
        follow(at, true, known.get());
        follow(at, false, known.get());
      }
    }

    private void follow(
        Position<S> at, boolean fails, Map<Conditions.Subject, Conditions.Known> known) {
      var next = fails ? flow.whenItFails(at.step()) : flow.next(at.step());
      if (fails && next.isEmpty()) {
        return;
      }
      S state = transfer.after(at.step(), at.state(), fails);
      if (state != null) {
        next.forEach(step -> push(step, state, known));
      }
    }
  }
}
