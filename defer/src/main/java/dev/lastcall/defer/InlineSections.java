package dev.lastcall.defer;

import java.util.Arrays;

/**
 * The sections that a watchdog bounds on their callers' own threads: every thread has a stack of
 * its own, made at its first use and reused from then on.
 *
 * <p>Thread-safe.
 */
final class InlineSections {
  private static final int DEPTH_AT_START = 2;

  private final Watchdog watchdog;
  private final ThreadLocal<Stack> stacks = ThreadLocal.withInitial(Stack::new);

  InlineSections(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /** The sections of the shared watchdog. */
  static InlineSections shared() {
    return Shared.INSTANCE;
  }

  /**
   * Begins a section on the calling thread, inside those that it is in already.
   *
   * @param timeoutNanos above zero
   * @return what to hand to {@link #exit}
   */
  InlineSection enter(long timeoutNanos) {
    InlineSection section = stacks.get().push();
    section.enter(timeoutNanos);
    watchdog.lookWithin(timeoutNanos);
    return section;
  }

  /** Ends the innermost section of the calling thread; see {@link InlineSection#exit}. */
  dev.lastcall.api.@org.jspecify.annotations.Nullable StackSample exit(InlineSection section) {
    stacks.get().depth--;
    return section.exit();
  }

  /** The sections of one thread, outermost first. */
  private final class Stack {
    private InlineSection[] sections = new InlineSection[0];
    private int depth;

    InlineSection push() {
      if (depth == sections.length) {
        grow();
      }
      return sections[depth++];
    }

    private void grow() {
      int filled = sections.length;
      InlineSection[] more = Arrays.copyOf(sections, Math.max(DEPTH_AT_START, 2 * filled));
      for (int i = filled; i < more.length; i++) {
        more[i] = new InlineSection(Thread.currentThread(), watchdog.ticker());
        watchdog.watch(more[i]);
      }
      sections = more;
    }
  }

  private static final class Shared {
    static final InlineSections INSTANCE = new InlineSections(Watchdog.shared());
  }
}
