package dev.lastcall.log4j2;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * Writes out what Log4j 2 still holds in memory: the queues of its asynchronous appenders, the ring
 * buffers of its asynchronous loggers, and the buffers of appenders with {@code
 * immediateFlush=false}.
 *
 * <p>First the journals of {@link JournalAppender}s: the target waits, for half of the time each at
 * most, until what they hold is delivered; what is not, is not lost.
 *
 * <p>Then the queues and rings: the target waits, for at most half of the time, until their threads
 * have handed on what is there. Then the buffers. Flushing one takes the monitor of its manager,
 * which cannot be tried; so the target looks which monitors are held, flushes the free ones first,
 * files before consoles, and those that stay held last. If one of these never comes free the last
 * gasp leaves the target behind, with everything else written. Nothing is stopped or closed, so the
 * rehearsal is an ordinary flush.
 *
 * <p>Under constant logging a ring buffer is never seen empty; the flush then fails with the number
 * of events left, although what was logged before it began may have been written. Thread-safe.
 */
public final class Log4j2Target implements FlushTarget {
  private static final long LOOK_NANOS = 100_000;
  private static final int LOOKS_AT_MONITORS = 3;

  private final LoggerContext context;

  private Log4j2Target(LoggerContext context) {
    this.context = context;
  }

  /**
   * Flushes the appenders that a context has at the moment of the flush.
   *
   * @param context the context
   * @return the target
   * @throws IllegalArgumentException if the context is null
   */
  public static Log4j2Target of(LoggerContext context) {
    return new Log4j2Target(Arguments.given("context", context));
  }

  /**
   * Flushes the appenders of the caller's context.
   *
   * @return the target
   * @throws IllegalArgumentException if the Log4j API is not bound to Log4j's core
   */
  public static Log4j2Target ofCurrent() {
    org.apache.logging.log4j.spi.LoggerContext current = LogManager.getContext(false);
    if (current instanceof LoggerContext context) {
      return new Log4j2Target(context);
    }
    throw Arguments.refusal("log4j", current.getClass().getName(), "the LoggerContext of its core");
  }

  /**
   * Waits for the queues, then flushes the buffers.
   *
   * @param deadline half of the time to it is for the queues; kept unless a manager's monitor stays
   *     held
   * @throws IOException if something could not be flushed, with the name of each and the reason
   */
  @Override
  public void flush(Deadline deadline) throws IOException {
    List<String> problems = new ArrayList<>();
    deliver(deadline, problems);
    try {
      drain(Backlog.of(context), deadline, problems);
    } catch (RuntimeException | LinkageError unseen) {
      problems.add("queues: " + unseen);
    }
    flushStreams(Streams.of(context.getConfiguration()), deadline, problems);
    if (!problems.isEmpty()) {
      throw new IOException(String.join("; ", problems));
    }
  }

  /** What comes out of a ring or queue into a journal is safe there. */
  private void deliver(Deadline deadline, List<String> problems) {
    for (Appender appender : context.getConfiguration().getAppenders().values()) {
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

  private static void drain(List<Backlog> backlogs, Deadline deadline, List<String> problems) {
    Deadline half = deadline.within(Duration.ofNanos(deadline.remainingNanos() / 2));
    while (!allGone(backlogs) && !half.isExpired()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    backlogs.stream().filter(left -> !left.isGone()).forEach(left -> problems.add(left.words()));
  }

  /** Looks as often as there are queues: one that was empty may be filled by the one before it. */
  private static boolean allGone(List<Backlog> backlogs) {
    for (int look = 0; look < backlogs.size(); look++) {
      if (!backlogs.stream().allMatch(Backlog::isGone)) {
        return false;
      }
    }
    return true;
  }

  /** Flushes in rounds: what is free now, what came free meanwhile, and the rest come what may. */
  private static void flushStreams(
      Collection<Streams.Stream> all, Deadline deadline, List<String> problems) {
    List<Streams.Stream> left = new ArrayList<>(all);
    left.sort(Comparator.comparing(Streams.Stream::mayWaitForAReader));
    for (int looks = 0; looks < LOOKS_AT_MONITORS && !left.isEmpty(); looks++) {
      Map<Integer, String> held = HeldMonitors.now();
      left.removeIf(
          stream -> !held.containsKey(stream.monitorId()) && flushed(stream, deadline, problems));
      if (!left.isEmpty()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
    left.forEach(stream -> flushed(stream, deadline, problems));
  }

  private static boolean flushed(Streams.Stream stream, Deadline deadline, List<String> problems) {
    try {
      if (deadline.isExpired()) {
        problems.add(stream.name() + ": no time was left");
      } else {
        stream.flush().run();
      }
    } catch (RuntimeException thrown) {
      problems.add(stream.name() + ": " + thrown.getMessage());
    }
    return true;
  }
}
