package dev.lastcall.defer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lastcall.api.StackSample;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A thread is added to what is watched while the watchdog takes out those that have ended: how many
 * are watched that run, and how many that have ended. One that were lost would hang unbounded.
 */
@JCStressTest
@Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "The new one is in, the ended ones are out.")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The new one is in, the others go next time.")
@Outcome(expect = FORBIDDEN, desc = "A thread that runs is not watched.")
@State
public class WatchedListStress {
  private final WatchedList list = new WatchedList();

  /** Begins with one that runs between two that have ended. */
  public WatchedListStress() {
    list.add(new Section(true));
    list.add(new Section(false));
    list.add(new Section(true));
  }

  /** A thread is started. */
  @Actor
  public void starter() {
    list.add(new Section(false));
  }

  /** The watchdog clears away. */
  @Actor
  public void eyes() {
    list.prune();
  }

  /** What is watched. */
  @Arbiter
  public void count(II_Result result) {
    for (WatchedList.@Nullable Node node = list.first(); node != null; node = node.next) {
      if (node.watched.isGone()) {
        result.r2++;
      } else {
        result.r1++;
      }
    }
  }

  /** One thread's section. */
  private record Section(boolean isGone) implements Watched {
    @Override
    public long look(long nowNanos) {
      return FAR;
    }

    @Override
    public @Nullable Thread thread() {
      return null;
    }

    @Override
    public boolean hasStep() {
      return false;
    }

    @Override
    public void step(Consumer<Thread> interrupt, Function<Thread, StackSample> sampler) {
      throw new AssertionError("it has none");
    }
  }
}
