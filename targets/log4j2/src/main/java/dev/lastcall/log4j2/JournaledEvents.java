package dev.lastcall.log4j2;

import dev.lastcall.spool.LogEntry;
import java.time.Instant;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.time.MutableInstant;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.spi.MutableThreadContextStack;
import org.apache.logging.log4j.util.SortedArrayStringMap;

/**
 * Makes events of what comes out of the journal: with their arguments filled in, and everything
 * else in the form of text. Stateless.
 */
final class JournaledEvents {
  private JournaledEvents() {}

  static LogEvent of(LogEntry entry) {
    MutableInstant at = new MutableInstant();
    Instant logged = entry.at();
    at.initFromEpochSecond(logged.getEpochSecond(), logged.getNano());
    Log4jLogEvent.Builder builder =
        Log4jLogEvent.newBuilder()
            .setInstant(at)
            .setLevel(level(entry))
            .setLoggerName(entry.logger())
            .setThreadId(entry.threadId())
            .setThreadName(entry.thread())
            .setMessage(new SimpleMessage(entry.text()))
            .setContextData(context(entry))
            .setContextStack(stack(entry))
            .setThrown(entry.thrown());
    if (!entry.markers().isEmpty()) {
      builder.setMarker(MarkerManager.getMarker(entry.markers().get(0)));
    }
    if (entry.caller() != null) {
      builder.setSource(entry.caller()).setIncludeLocation(true);
    }
    return builder.build();
  }

  private static Level level(LogEntry entry) {
    Level own = Level.getLevel(entry.levelName());
    return own == null ? Level.toLevel(entry.standardLevel(), Level.INFO) : own;
  }

  private static SortedArrayStringMap context(LogEntry entry) {
    Map<String, String> pairs = entry.context();
    SortedArrayStringMap context = new SortedArrayStringMap(Math.max(1, pairs.size()));
    pairs.forEach(context::putValue);
    entry.pairs().forEach(context::putValue);
    return context;
  }

  private static ThreadContext.ContextStack stack(LogEntry entry) {
    return entry.stack().isEmpty()
        ? ThreadContext.EMPTY_STACK
        : new MutableThreadContextStack(entry.stack());
  }
}
