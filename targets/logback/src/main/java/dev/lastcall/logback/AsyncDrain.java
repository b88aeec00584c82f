package dev.lastcall.logback;

import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tells when an asynchronous appender has handed on everything that was queued when this was made.
 *
 * <p>An empty queue is not enough: the worker takes a whole batch out of the queue before it hands
 * the first event on. The batch is done when the worker waits for more, or when it has taken
 * another batch. So two marks are set one after the other, each the youngest event of the queue,
 * and both have to leave it; that also ends under constant logging. Confined to one thread.
 *
 * @param <E> the type of the events
 */
final class AsyncDrain<E> {
  private static final Object[] NONE = {};

  private final AsyncAppenderBase<E> appender;
  private final @Nullable BlockingQueue<E> queue;
  private final @Nullable Thread worker;
  private @Nullable Object mark;
  private boolean firstBatchTaken;
  private boolean done;

  AsyncDrain(AsyncAppenderBase<E> appender) {
    this.appender = appender;
    queue = AppenderFields.queue(appender);
    worker = AppenderFields.worker(appender);
    mark = youngest(queue);
    firstBatchTaken = mark == null;
  }

  boolean isDone() {
    return done;
  }

  /** Looks again; true once all is handed on. */
  boolean look() {
    if (!done) {
      done = (queue == null || worker == null) ? isEmpty() : looked(queue, worker);
    }
    return done;
  }

  private boolean looked(BlockingQueue<E> queue, Thread worker) {
    if (!worker.isAlive()) {
      handOn(queue);
      return true;
    }
    return (queue.isEmpty() && waitsForMore(worker)) || marksAreGone(queue);
  }

  private boolean marksAreGone(BlockingQueue<E> queue) {
    Object marked = mark;
    if (marked != null && holds(queue, marked)) {
      return false;
    }
    if (marked != null && firstBatchTaken) {
      return true;
    }
    firstBatchTaken = true;
    mark = youngest(queue);
    return false;
  }

  /** Does the work of a worker that an Error has ended. */
  private void handOn(BlockingQueue<E> queue) {
    for (E event = queue.poll(); event != null; event = queue.poll()) {
      Iterator<Appender<E>> attached = appender.iteratorForAppenders();
      while (attached.hasNext()) {
        attached.next().doAppend(event);
      }
    }
  }

  /** What is reported if the time was not enough. */
  String left() {
    return appender.getName()
        + ": "
        + appender.getNumberOfElementsInQueue()
        + " events were left in the queue";
  }

  private boolean isEmpty() {
    return appender.getNumberOfElementsInQueue() == 0;
  }

  /**
   * Whether the worker's own loop waits in the queue's take(); not an appender behind, which may
   * wait for a lock or for room in a queue of its own.
   */
  private static boolean waitsForMore(Thread worker) {
    if (worker.getState() != Thread.State.WAITING) {
      return false;
    }
    StackTraceElement[] stack = worker.getStackTrace();
    int loop = stack.length - 1;
    return loop > 0 && stack[loop - 1].getMethodName().equals("take");
  }

  private static @Nullable Object youngest(@Nullable BlockingQueue<?> queue) {
    Object[] events = queue == null ? NONE : queue.toArray();
    return events.length == 0 ? null : events[events.length - 1];
  }

  private static boolean holds(BlockingQueue<?> queue, Object mark) {
    for (Object event : queue.toArray()) {
      if (event == mark) {
        return true;
      }
    }
    return false;
  }
}
