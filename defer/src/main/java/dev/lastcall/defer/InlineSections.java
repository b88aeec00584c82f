package dev.lastcall.defer;

import java.util.Arrays;

/**
 * The sections that a watchdog bounds on their callers' own threads: every platform thread has a
 * stack of its own, made at its first use and reused from then on; virtual threads borrow.
 *
 * <p>Thread-safe.
 */
final class InlineSections {
  private static final int DEPTH_AT_START = 2;

  private final Watchdog watchdog;
  private final ThreadLocal<Stack> stacks = ThreadLocal.withInitial(Stack::new);
  private final SectionPool pool;

  InlineSections(Watchdog watchdog) {
    this.watchdog = watchdog;
    this.pool = new SectionPool(watchdog);
  }

  /** The sections of the shared watchdog. */
  static InlineSections shared() {
    return Shared.INSTANCE;
  }

  /**
   * Begins a section on the calling thread, inside those that it is in already; it ends with {@link
   * InlineSection#exit}.
   *
   * @param timeoutNanos above zero
   */
  InlineSection enter(long timeoutNanos) {
    Thread thread = Thread.currentThread();
    InlineSection section =
        VirtualThreads.isVirtual(thread) ? pool.lendTo(thread) : stacks.get().next();
    try {
      section.enter(timeoutNanos);
      watchdog.lookWithin(timeoutNanos);
    } catch (Throwable e) {
      section.exit(); // the stack is full, perhaps: nothing may stay armed
      throw e;
    }
    return section;
  }

  /** The sections of one thread, outermost first. */
  private final class Stack {
    private final InlineSection.Nesting nesting = new InlineSection.Nesting();
    private InlineSection[] sections = {};

    InlineSection next() {
      int depth = nesting.depth;
      if (depth == sections.length) {
        grow();
      }
      return sections[depth];
    }

    private void grow() {
      int filled = sections.length;
      InlineSection[] more = Arrays.copyOf(sections, Math.max(DEPTH_AT_START, 2 * filled));
      for (int i = filled; i < more.length; i++) {
        more[i] = InlineSection.of(Thread.currentThread(), nesting, i, watchdog.ticker());
        watchdog.watch(more[i]);
      }
      sections = more;
    }
  }

  private static final class Shared {
    static final InlineSections INSTANCE = new InlineSections(Watchdog.shared());
  }
}
