package dev.lastcall.spool;

import dev.lastcall.api.Finding;
import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How far one outlet has come.
 *
 * <p>After a start it is not known which records of earlier processes the outlet's file holds, and
 * after a failure which of this one's; then the file is looked at. Otherwise only its length is
 * read, once a batch.
 */
final class OutletProgress {
  private final Outlet outlet;
  private final FileAccount account;

  /** The last record that the outlet is known to have. */
  private long done;

  /** The last record that it may have. */
  private long doubted;

  private boolean owesFlush;

  OutletProgress(Outlet outlet, Consumer<Finding> receiver) {
    this.outlet = outlet;
    account = new FileAccount(outlet.name(), receiver);
  }

  void resume(long last, Function<String, JournalMark> marks) {
    doubted = Math.max(doubted, last);
    done = Math.max(done, account.resume(marks));
  }

  /** Writes those of the records, in order, that the outlet does not have. */
  void bring(List<JournalRecord> records) throws IOException {
    Path file = outlet.file();
    if (file != null && done < doubted) {
      look(file, behind(done, records));
    } else if (file != null) {
      account.begin(file);
    }
    List<JournalRecord> missing = behind(done, records);
    if (missing.isEmpty() && !owesFlush) {
      return;
    }
    owesFlush = true;
    for (JournalRecord record : missing) {
      doubted = Math.max(doubted, record.sequence());
      outlet.write(record);
      if (file == null) {
        done = record.sequence();
      }
    }
    outlet.flush();
    owesFlush = false;
    if (!missing.isEmpty()) {
      settle(missing.get(missing.size() - 1).sequence());
      doubted = done;
    }
  }

  void close() throws IOException {
    outlet.close();
  }

  /** Looks which of the records the file has, and completes one that it has in part. */
  private void look(Path file, List<JournalRecord> records) throws IOException {
    account.begin(file);
    List<byte[]> bytes = new ArrayList<>(records.size());
    for (JournalRecord record : records) {
      if (record.sequence() <= doubted) {
        bytes.add(outlet.bytes(record));
      }
    }
    FileTail.Found found = account.find(file, bytes);
    int has = found.whole();
    if (found.rest().hasRemaining()) {
      byte[] rest = new byte[found.rest().remaining()];
      found.rest().get(rest);
      outlet.complete(rest);
      outlet.flush();
      has++;
    }
    if (has > 0) {
      settle(records.get(has - 1).sequence());
    }
  }

  private void settle(long sequence) throws IOException {
    Path file = outlet.file();
    if (file != null) {
      account.settle(file, sequence);
    }
    done = sequence;
  }

  private static List<JournalRecord> behind(long sequence, List<JournalRecord> records) {
    List<JournalRecord> behind = new ArrayList<>(records.size());
    for (JournalRecord record : records) {
      if (record.sequence() > sequence) {
        behind.add(record);
      }
    }
    return behind;
  }
}
