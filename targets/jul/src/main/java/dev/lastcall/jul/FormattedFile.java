package dev.lastcall.jul;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * What a formatter makes of records, for a file. Thread-safe.
 *
 * @param file where it goes
 * @param encoding of the text
 * @param formatter makes the text
 */
record FormattedFile(Path file, Charset encoding, Formatter formatter) {

  byte[] bytes(JournalRecord record) {
    return bytes(JournaledRecords.of(LogEntry.of(record)));
  }

  /** Appends at once, without a journal. */
  void append(LogRecord record) throws IOException {
    byte[] bytes = bytes(record);
    synchronized (formatter) {
      Files.write(file, bytes, CREATE, APPEND);
    }
  }

  private byte[] bytes(LogRecord record) {
    return formatter.format(record).getBytes(encoding);
  }
}
