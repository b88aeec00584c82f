package dev.lastcall.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Writes out what Logback still holds in memory: the queues of its asynchronous appenders and the
 * stream buffers of appenders with {@code immediateFlush=false} (8 KB each).
 *
 * <p>First the journals of {@link JournalAppender}s: the target waits, for half of the time each at
 * most, until what they hold is delivered; what is not, is not lost.
 *
 * <p>Then the queues: the target waits until each worker has handed on what was queued when the
 * flush began, for at most half of the time; what the queue of a dead worker holds (an Error in an
 * appender ends it) is handed on by the target itself. Then the streams, files before consoles. A
 * stream's lock is only tried, for a share of what is left: if a stuck thread holds it the target
 * goes on with the next appender and says so at the end. Nothing is stopped or closed, so the
 * rehearsal is an ordinary flush, and logging goes on afterwards.
 *
 * <p>Logback offers no access to these locks and queues, so the target reads three of its fields.
 * On the module path that needs {@value AppenderFields#FLAG}; without it nothing is lost in the
 * usual case, but a batch in a worker's hands may be, and a held lock is noticed only by the last
 * gasp. The rehearsal reports it. Thread-safe.
 */
public final class LogbackTarget implements FlushTarget {
  private static final long LOOK_NANOS = 100_000;

  private final LoggerContext context;

  private LogbackTarget(LoggerContext context) {
    this.context = context;
  }

  /**
   * Flushes the appenders that a context has at the moment of the flush.
   *
   * @param context the context
   * @return the target
   * @throws IllegalArgumentException if the context is null
   */
  public static LogbackTarget of(LoggerContext context) {
    return new LogbackTarget(Arguments.given("context", context));
  }

  /**
   * Flushes the appenders of the context behind SLF4J.
   *
   * @return the target
   * @throws IllegalArgumentException if SLF4J is not bound to Logback
   */
  public static LogbackTarget ofSlf4j() {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      return new LogbackTarget(context);
    }
    throw Arguments.refusal("slf4j", factory.getClass().getName(), "Logback's LoggerContext");
  }

  /**
   * Drains the queues, then flushes the streams.
   *
   * @param deadline half of the time to it is for the queues; kept but for an appender that hangs
   *     in its own code
   * @throws IOException if an appender could not be flushed, with the name of each and the reason
   */
  @Override
  public void flush(Deadline deadline) throws IOException {
    Collection<Appender<ILoggingEvent>> appenders = Appenders.of(context);
    List<String> problems = new ArrayList<>();
    deliver(appenders, deadline, problems);
    try {
      drain(appenders, deadline, problems);
    } catch (RuntimeException broken) {
      problems.add("queues: " + broken);
    }
    flushStreams(appenders, deadline, problems);
    if (!problems.isEmpty()) {
      throw new IOException(String.join("; ", problems));
    }
  }

  /**
   * Flushes, and fails if the queues and locks of Logback cannot be seen.
   *
   * @param deadline the end of the rehearsal
   * @throws IOException if an appender could not be flushed
   * @throws IllegalStateException if Logback's package is not open to this module
   */
  @Override
  public void rehearse(Deadline deadline) throws IOException {
    AppenderFields.requireAccess();
    flush(deadline);
  }

  /** What comes out of a queue into a journal is safe there. */
  private static void deliver(
      Collection<Appender<ILoggingEvent>> appenders, Deadline deadline, List<String> problems) {
    for (Appender<ILoggingEvent> appender : appenders) {
      Spool spool = appender instanceof JournalAppender journal ? journal.spool() : null;
      if (spool != null) {
        try {
          spool.flush(deadline.within(Duration.ofNanos(deadline.remainingNanos() / 2)));
        } catch (IOException late) {
          problems.add(appender.getName() + ": " + late.getMessage());
        }
      }
    }
  }

  /**
   * A queue behind a queue is asked again when the one before it has handed on what it held: one
   * round for each that stand in a row.
   */
  private static void drain(
      Collection<Appender<ILoggingEvent>> appenders, Deadline deadline, List<String> problems) {
    Deadline half = deadline.within(Duration.ofNanos(deadline.remainingNanos() / 2));
    for (int round = Appenders.queuesInARow(appenders); round > 0; round--) {
      List<AsyncDrain<ILoggingEvent>> drains = drainsOf(appenders);
      while (!allDrained(drains) && !half.isExpired()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      drains.removeIf(AsyncDrain::isDone);
      if (!drains.isEmpty()) {
        drains.forEach(drain -> problems.add(drain.left()));
        return;
      }
    }
  }

  private static List<AsyncDrain<ILoggingEvent>> drainsOf(
      Collection<Appender<ILoggingEvent>> appenders) {
    List<AsyncDrain<ILoggingEvent>> drains = new ArrayList<>();
    for (Appender<ILoggingEvent> appender : appenders) {
      if (appender instanceof AsyncAppenderBase<ILoggingEvent> async && async.isStarted()) {
        drains.add(new AsyncDrain<>(async));
      }
    }
    return drains;
  }

  private static boolean allDrained(List<AsyncDrain<ILoggingEvent>> drains) {
    boolean all = true;
    for (AsyncDrain<ILoggingEvent> drain : drains) {
      all &= drain.look();
    }
    return all;
  }

  private static void flushStreams(
      Collection<Appender<ILoggingEvent>> appenders, Deadline deadline, List<String> problems) {
    List<OutputStreamAppender<ILoggingEvent>> streams = new ArrayList<>();
    collectStreams(appenders, false, streams);
    collectStreams(appenders, true, streams);
    int left = streams.size();
    for (OutputStreamAppender<ILoggingEvent> appender : streams) {
      try {
        StreamFlush.flush(appender, deadline.remainingNanos() / left--);
      } catch (IOException | RuntimeException thrown) {
        problems.add(appender.getName() + ": " + thrown.getMessage());
      }
    }
  }

  private static void collectStreams(
      Collection<Appender<ILoggingEvent>> appenders,
      boolean consoles,
      List<OutputStreamAppender<ILoggingEvent>> streams) {
    for (Appender<ILoggingEvent> appender : appenders) {
      if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
          && appender instanceof ConsoleAppender == consoles) {
        streams.add(stream);
      }
    }
  }
}
