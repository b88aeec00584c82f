package dev.lastcall.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import dev.lastcall.spool.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.BasicMarkerFactory;

/**
 * An event as it comes out of the journal: with its arguments filled in, and everything else in the
 * form of text. Immutable.
 */
final class JournaledEvent implements ILoggingEvent {
  private static final StackTraceElement[] UNKNOWN = {};
  private static final IMarkerFactory MARKERS = new BasicMarkerFactory();

  private final LogEntry entry;
  private final LoggerContextVO context;
  private final @Nullable IThrowableProxy thrown;

  JournaledEvent(LogEntry entry, LoggerContext context) {
    this.entry = entry;
    this.context = context.getLoggerContextRemoteView();
    thrown = entry.thrown() == null ? null : new JournaledThrowable(entry.thrown());
  }

  @Override
  public String getThreadName() {
    return entry.thread();
  }

  @Override
  public Level getLevel() {
    return Level.toLevel(entry.standardLevel(), Level.INFO);
  }

  @Override
  public String getMessage() {
    return entry.text();
  }

  @Override
  public Object @Nullable [] getArgumentArray() {
    return null;
  }

  @Override
  public String getFormattedMessage() {
    return entry.text();
  }

  @Override
  public String getLoggerName() {
    return entry.logger();
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return context;
  }

  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return thrown;
  }

  @Override
  public StackTraceElement[] getCallerData() {
    StackTraceElement caller = entry.caller();
    return caller == null ? UNKNOWN : new StackTraceElement[] {caller};
  }

  @Override
  public boolean hasCallerData() {
    return entry.caller() != null;
  }

  @Override
  public @Nullable List<Marker> getMarkerList() {
    return entry.markers().isEmpty()
        ? null
        : entry.markers().stream().map(MARKERS::getMarker).toList();
  }

  @Override
  public Map<String, String> getMDCPropertyMap() {
    return entry.context();
  }

  @Override
  @Deprecated
  public Map<String, String> getMdc() {
    return entry.context();
  }

  @Override
  public long getTimeStamp() {
    return entry.at().toEpochMilli();
  }

  @Override
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // that part is what is asked for
  public int getNanoseconds() {
    return entry.at().getNano();
  }

  @Override
  public Instant getInstant() {
    return entry.at();
  }

  @Override
  public long getSequenceNumber() {
    return entry.number();
  }

  @Override
  public @Nullable List<KeyValuePair> getKeyValuePairs() {
    return entry.pairs().isEmpty()
        ? null
        : entry.pairs().entrySet().stream()
            .map(pair -> new KeyValuePair(pair.getKey(), pair.getValue()))
            .toList();
  }

  @Override
  public void prepareForDeferredProcessing() {}
}
