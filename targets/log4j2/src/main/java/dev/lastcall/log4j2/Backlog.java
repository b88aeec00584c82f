package dev.lastcall.log4j2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerConfig;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.jmx.RingBufferAdmin;
import org.jspecify.annotations.Nullable;

/** Events that another thread has yet to hand on. */
sealed interface Backlog {
  /** Tells whether everything has been handed on. */
  boolean isGone();

  /** Returns what is left, for a person. */
  String words();

  /** Finds all backlogs of a context. */
  static List<Backlog> of(LoggerContext context) {
    List<Backlog> found = new ArrayList<>();
    if (context instanceof AsyncLoggerContext async) {
      found.add(new Ring(context.getName(), async.createRingBufferAdmin()));
    }
    for (LoggerConfig logger : context.getConfiguration().getLoggers().values()) {
      if (logger instanceof AsyncLoggerConfig async) {
        found.add(new Ring("loggers", async.createRingBufferAdmin(context.getName())));
        break; // all of a configuration share one ring
      }
    }
    for (Appender appender : context.getConfiguration().getAppenders().values()) {
      if (appender instanceof AsyncAppender async && async.isStarted()) {
        found.add(new Queue(async, Queue.dispatcher(async.getName())));
      }
    }
    return found;
  }

  /**
   * The ring buffer of asynchronous loggers; an event leaves it after it has been written.
   *
   * @param name whose it is
   * @param ring its size and what is free
   */
  record Ring(String name, RingBufferAdmin ring) implements Backlog {
    @Override
    public boolean isGone() {
      return left() == 0;
    }

    @Override
    public String words() {
      return name + ": " + left() + " events were left in the ring buffer";
    }

    private long left() {
      return ring.getBufferSize() - ring.getRemainingCapacity();
    }
  }

  /**
   * The queue of an asynchronous appender. An event leaves it before it is written, so an empty
   * queue counts only if its thread waits for more.
   *
   * @param appender the appender
   * @param dispatcher its thread, null if it has ended or cannot be found
   */
  record Queue(AsyncAppender appender, @Nullable Thread dispatcher) implements Backlog {
    private static final String LOOP = "dispatchAll";

    @Override
    public boolean isGone() {
      return appender.getQueueSize() == 0 && (dispatcher == null || waitsForMore(dispatcher));
    }

    @Override
    public String words() {
      return appender.getName() + ": " + appender.getQueueSize() + " events were left in the queue";
    }

    private static boolean waitsForMore(Thread dispatcher) {
      Thread.State state = dispatcher.getState();
      if (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
        return state == Thread.State.TERMINATED;
      }
      StackTraceElement[] stack = dispatcher.getStackTrace();
      int loop = stack.length - 1;
      while (loop > 0 && !stack[loop].getMethodName().equals(LOOP)) {
        loop--;
      }
      return loop > 0 && stack[loop - 1].getMethodName().equals("take");
    }

    /** Finds the thread by the name that Log4j gives it; there is no other way. */
    static @Nullable Thread dispatcher(String appender) {
      return Arrays.stream(allThreads())
          .filter(thread -> thread != null && isDispatcher(thread.getName(), appender))
          .findFirst()
          .orElse(null);
    }

    private static boolean isDispatcher(String thread, String appender) {
      return thread.contains("AsyncAppenderEventDispatcher-") && thread.endsWith("-" + appender);
    }

    private static @Nullable Thread[] allThreads() {
      ThreadGroup group = Thread.currentThread().getThreadGroup();
      while (group.getParent() != null) {
        group = group.getParent();
      }
      Thread[] threads = new Thread[group.activeCount() * 2 + 16];
      group.enumerate(threads);
      return threads;
    }
  }
}
