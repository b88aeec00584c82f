package dev.lastcall.spool;

import dev.lastcall.api.Finding;
import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Appends records to a file, each exactly once.
 *
 * <p>Beside the journal it keeps how long the file was at the last flush, and which file it was.
 * After a crash, or if a write failed, it compares what the file has behind that point with the
 * records that follow: those it finds are not written again, and one that was written in part is
 * completed.
 *
 * <p>The file may be rotated at any time. Renamed (logrotate's {@code create}): the next flush
 * opens a new one at the name; after a crash the renamed one is looked for in the same folder, by
 * its inode. Copied and truncated ({@code copytruncate}): writing goes on at the new end. If the
 * process dies within a batch and what it wrote is then taken away (compressed, moved to another
 * folder, truncated), nobody can tell what was in it: the batch, 512 records at most, is written
 * again and a finding says so. One process at a time may write the file.
 */
public final class FileSink implements SpoolSink {
  private final OutletSink sink;

  private FileSink(OutletSink sink) {
    this.sink = sink;
  }

  /**
   * Appends each record's payload as it is.
   *
   * @param file made if it does not exist, also its folder
   * @return the sink
   * @throws IllegalArgumentException if the file is null
   */
  public static FileSink to(Path file) {
    return to(file, FileSink::payload, finding -> {});
  }

  /**
   * Appends what a function makes of each record.
   *
   * @param file made if it does not exist, also its folder
   * @param bytes gives the same for the same record each time, or it is not recognised after a
   *     crash
   * @param receiver is told if the file does not let itself be compared; on the spool's thread
   * @return the sink
   * @throws IllegalArgumentException if an argument is null
   */
  public static FileSink to(
      Path file, Function<JournalRecord, byte[]> bytes, Consumer<Finding> receiver) {
    return new FileSink(OutletSink.to(List.of(FileOutlet.to(file, bytes)), receiver));
  }

  @Override
  public long resume(long delivered, long last, Function<String, JournalMark> marks) {
    return sink.resume(delivered, last, marks);
  }

  @Override
  public void deliver(JournalRecord record) {
    sink.deliver(record);
  }

  @Override
  public void flush() throws IOException {
    sink.flush();
  }

  @Override
  public int mostPerFlush() {
    return sink.mostPerFlush();
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  private static byte[] payload(JournalRecord record) {
    byte[] bytes = new byte[record.payload().remaining()];
    record.payload().get(bytes);
    return bytes;
  }
}
