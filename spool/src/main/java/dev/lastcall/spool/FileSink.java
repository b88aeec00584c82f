package dev.lastcall.spool;

import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Appends records to a file, each exactly once.
 *
 * <p>Beside the journal it keeps how long the file was at the last flush, and which file it was.
 * After a crash it compares what the file has behind that point with the records that follow: those
 * it finds are not written again, and one that was written in part is completed.
 */
public final class FileSink implements SpoolSink {
  private FileSink() {}

  /**
   * Appends each record's payload as it is.
   *
   * @param file made if it does not exist, also its folder
   * @return the sink
   */
  public static FileSink to(Path file) {
    throw new UnsupportedOperationException();
  }

  /**
   * Appends what a function makes of each record.
   *
   * @param file made if it does not exist, also its folder
   * @param bytes gives the same for the same record each time, or it is not recognised after a
   *     crash
   * @return the sink
   */
  public static FileSink to(Path file, Function<JournalRecord, byte[]> bytes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long resume(long delivered, Function<String, JournalMark> marks) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deliver(JournalRecord record) throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void flush() throws IOException {
    throw new UnsupportedOperationException();
  }

  @Override
  public int mostPerFlush() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException();
  }
}
