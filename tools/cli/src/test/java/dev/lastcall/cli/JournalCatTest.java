package dev.lastcall.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalMark;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.LogEntryWriter;
import dev.lastcall.spool.LogEntryWriters;
import dev.lastcall.spool.Spool;
import dev.lastcall.spool.SpoolSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalCatTest {
  @TempDir Path folder;

  @Test
  void anEventOfALoggingLibraryIsPrintedWhole() {
    logged();

    assertThat(cat(folder.toString()))
        .startsWith("2027-01-15T08:00:00Z INFO  [http-1] orders {trace=abc} - accepted")
        .contains("java.io.IOException: no stock", "\tat " + JournalCatTest.class.getName());
    assertThat(cat("--json", folder.toString()))
        .contains(
            "\"logged\":\"2027-01-15T08:00:00Z\"",
            "\"level\":\"INFO\"",
            "\"context\":{\"trace\":\"abc\"}",
            "\"pairs\":{\"order\":\"17\"}",
            "\"markers\":[\"AUDIT\"]",
            "\"thrown\":\"java.io.IOException: no stock");
  }

  @Test
  @SuppressWarnings("try") // that nobody reads any more is the point
  void followsWhatIsAppendedUntilNobodyReads() throws Exception {
    try (Journal journal = Journal.in(folder, "orders/1").open();
        PipedWriter end = new PipedWriter();
        PipedReader piped = new PipedReader(end);
        BufferedReader lines = new BufferedReader(piped)) {
      PrintWriter to = new PrintWriter(end, true);
      append(journal, "tea");
      Thread follower = new Thread(() -> run(to, "-f", folder.toString()));
      follower.start();
      assertThat(lines.readLine()).endsWith("tea");
      append(journal, "rice");
      assertThat(lines.readLine()).endsWith("rice");

      piped.close();
      append(journal, "soup");

      follower.join(Duration.ofSeconds(60).toMillis());
      assertThat(follower.isAlive()).isFalse();
    }
  }

  private static void append(Journal journal, String text) {
    journal.append(1, text.getBytes(UTF_8));
  }

  private void logged() {
    LogEntryWriters writers = new LogEntryWriters();
    try (Spool spool = Spool.in(folder, LogEntry.CONTENT, new Never()).open()) {
      LogEntryWriter entry = writers.borrow(spool);
      entry.at(1_800_000_000L, 0).level(20_000, "INFO").logger("orders").thread(1, "http-1");
      entry.message("accepted").context("trace", "abc").marker("AUDIT").pair("order", "17");
      entry.thrown(new IOException("no stock"));
      writers.offer(entry, spool);
      spool.close(Deadline.after(Duration.ZERO));
    }
  }

  private static String cat(String... arguments) {
    StringWriter out = new StringWriter();
    run(new PrintWriter(out, true), arguments);
    return out.toString();
  }

  private static void run(PrintWriter to, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "journal";
    all[1] = "cat";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    LastcallCommand.run(Terminal.of(Map.of()), to, to, all);
  }

  /** Takes nothing. */
  private static final class Never implements SpoolSink {
    @Override
    public long resume(long delivered, long last, Function<String, JournalMark> marks)
        throws IOException {
      throw new IOException("nothing is delivered here");
    }

    @Override
    public void deliver(JournalRecord kept) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
