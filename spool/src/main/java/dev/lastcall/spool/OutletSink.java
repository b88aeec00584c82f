package dev.lastcall.spool;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Delivers each record to some outlets, in order.
 *
 * <p>An outlet with a file gets each record exactly once: see {@link FileSink}. Another gets each
 * once while the process lives, and, after a crash, perhaps the last one again: at least once. One
 * that fails holds the others back, because the journal can give a record up only when all have it.
 */
public final class OutletSink implements SpoolSink {
  private static final int FILE_RECORDS_PER_FLUSH = 512;

  private final List<OutletProgress> outlets;
  private final List<JournalRecord> pending = new ArrayList<>();
  private final int mostPerFlush;

  private OutletSink(List<OutletProgress> outlets, int mostPerFlush) {
    this.outlets = outlets;
    this.mostPerFlush = mostPerFlush;
  }

  /**
   * Delivers to these outlets.
   *
   * @param outlets with different names
   * @param receiver is told if a file does not let itself be compared; on the spool's thread
   * @return the sink
   * @throws IllegalArgumentException if an argument is null or two outlets have the same name
   */
  public static OutletSink to(List<? extends Outlet> outlets, Consumer<Finding> receiver) {
    Arguments.given("receiver", receiver);
    long names = Arguments.given("outlets", outlets).stream().map(Outlet::name).distinct().count();
    if (names < outlets.size()) {
      throw Arguments.refusal(
          "outlets", outlets.stream().map(Outlet::name).toList(), "different names");
    }
    boolean allFiles = outlets.stream().allMatch(outlet -> outlet.file() != null);
    return new OutletSink(
        outlets.stream().map(outlet -> new OutletProgress(outlet, receiver)).toList(),
        allFiles ? FILE_RECORDS_PER_FLUSH : 1);
  }

  @Override
  public long resume(long delivered, long last, Function<String, JournalMark> marks) {
    pending.clear();
    outlets.forEach(outlet -> outlet.resume(last, marks));
    return delivered;
  }

  @Override
  public void deliver(JournalRecord record) {
    pending.add(record);
  }

  /**
   * Writes what was delivered to the outlets that do not have it yet.
   *
   * @throws IOException if an outlet could not take it
   */
  @Override
  public void flush() throws IOException {
    for (OutletProgress outlet : outlets) {
      outlet.bring(pending);
    }
    pending.clear();
  }

  @Override
  public int mostPerFlush() {
    return mostPerFlush;
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (OutletProgress outlet : outlets) {
      try {
        outlet.close();
      } catch (IOException thrown) {
        if (first == null) {
          first = thrown;
        } else {
          first.addSuppressed(thrown);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
