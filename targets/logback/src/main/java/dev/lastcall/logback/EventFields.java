package dev.lastcall.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.lastcall.spool.LogEntryWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** Writes an event's fields into an entry of a journal, on the thread that logs it. Stateless. */
final class EventFields {
  private EventFields() {}

  static void write(ILoggingEvent event, boolean includeCallerData, LogEntryWriter entry) {
    Instant at = event.getInstant();
    if (at == null) {
      long millis = event.getTimeStamp();
      entry.at(Math.floorDiv(millis, 1000), Math.floorMod(millis, 1000) * 1_000_000);
    } else {
      entry.at(at.getEpochSecond(), at.getNano());
    }
    entry
        .level(event.getLevel().toInt(), event.getLevel().toString())
        .logger(event.getLoggerName())
        .thread(Thread.currentThread().getId(), event.getThreadName());
    if (event.getSequenceNumber() != 0) {
      entry.number(event.getSequenceNumber());
    }
    entry.message(event.getFormattedMessage());
    Map<String, String> context = event.getMDCPropertyMap();
    if (!context.isEmpty()) {
      context.forEach(entry.contextPair());
    }
    writeMore(event, includeCallerData, entry);
  }

  /** What most events do not have. */
  private static void writeMore(
      ILoggingEvent event, boolean includeCallerData, LogEntryWriter entry) {
    List<Marker> markers = event.getMarkerList();
    if (markers != null) {
      markers.forEach(marker -> entry.marker(marker.getName()));
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null) {
      pairs.forEach(pair -> entry.pair(String.valueOf(pair.key), String.valueOf(pair.value)));
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown instanceof ThrowableProxy proxy && proxy.getThrowable() != null) {
      entry.thrown(proxy.getThrowable());
    } else if (thrown != null) {
      entry.pair("exception", ThrowableProxyUtil.asString(thrown));
    }
    if (includeCallerData && event.getCallerData().length > 0) {
      entry.caller(event.getCallerData()[0]);
    }
  }
}
