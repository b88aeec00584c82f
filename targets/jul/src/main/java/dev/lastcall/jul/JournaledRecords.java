package dev.lastcall.jul;

import dev.lastcall.spool.LogEntry;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Makes records of what comes out of the journal, with their parameters filled in. Stateless. */
final class JournaledRecords {
  private JournaledRecords() {}

  static LogRecord of(LogEntry entry) {
    LogRecord record = new LogRecord(level(entry), entry.text());
    record.setInstant(entry.at());
    record.setLoggerName(entry.logger().isEmpty() ? null : entry.logger());
    record.setLongThreadID(entry.threadId());
    record.setSequenceNumber(entry.number());
    StackTraceElement caller = entry.caller();
    record.setSourceClassName(caller == null ? null : caller.getClassName());
    record.setSourceMethodName(caller == null ? null : caller.getMethodName());
    record.setThrown(entry.thrown());
    return record;
  }

  private static Level level(LogEntry entry) {
    try {
      return Level.parse(entry.levelName());
    } catch (IllegalArgumentException ofAnotherLibrary) {
      return switch (entry.standardLevel()) {
        case "TRACE" -> Level.FINER;
        case "DEBUG" -> Level.FINE;
        case "WARN" -> Level.WARNING;
        case "ERROR" -> Level.SEVERE;
        default -> Level.INFO;
      };
    }
  }
}
