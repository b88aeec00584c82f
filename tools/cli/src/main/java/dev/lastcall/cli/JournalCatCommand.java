package dev.lastcall.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.Arguments;
import dev.lastcall.api.Finding;
import dev.lastcall.journal.Journal;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.LogEntry;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall journal cat}: prints records, by default those that nobody has delivered yet. */
@Command(
    name = "cat",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Prints the records of a journal, in their order: what a killed process had logged and not yet delivered,",
      "unless another choice is made."
    },
    footer = {
      "",
      "Exit codes: 0 all was printed, 1 records are damaged, which standard error tells, 2 it could not be read."
    })
final class JournalCatCommand implements Subcommand {
  private static final long POLL_NANOS = 200_000_000;
  private static final int SEGMENT_BYTES = 64 * 1024;
  private static final long CAPACITY_BYTES = Long.MAX_VALUE / 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder of the journal.")
  private Path folder = Path.of("");

  @Option(names = "--all", description = "Print what is delivered, too.")
  private boolean all;

  @Option(names = "--from", paramLabel = "N", description = "Begin with record N.")
  private @Nullable Long from;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on printing what is appended, until interrupted.")
  private boolean follow;

  @Option(names = "--json", description = "Print JSON, one object a record.")
  private boolean json;

  @Option(
      names = "--mark-delivered",
      description = {
        "What was printed counts as delivered: the next start of the process does not deliver it again.",
        "Refused while the journal's owner lives."
      })
  private boolean markDelivered;

  private long printed;
  private int damaged;

  @Override
  public Integer call() throws IOException {
    if (markDelivered && (all || from != null || follow)) {
      throw Arguments.refusal("mark-delivered", "with --all, --from or --follow", "alone");
    }
    String content;
    try (JournalReader reader = JournalReader.open(folder)) {
      content = reader.content();
      if (!all) {
        reader.from(from == null ? reader.mark(Spool.DELIVERED) + 1 : from);
      }
      if (!markDelivered) {
        print(reader);
        while (follow && !spec.commandLine().getOut().checkError()) {
          LockSupport.parkNanos(POLL_NANOS);
          print(reader);
        }
        return damaged == 0 ? FINE : TROUBLE;
      }
    }
    deliver(content);
    return damaged == 0 ? FINE : TROUBLE;
  }

  /** As the owner of the journal, so that nobody else delivers meanwhile. */
  private void deliver(String content) throws IOException {
    try (Journal journal =
        Journal.in(folder, content)
            .segmentBytes(SEGMENT_BYTES)
            .capacityBytes(CAPACITY_BYTES)
            .open()) {
      if (journal.failure().isPresent()) {
        Finding failure = journal.failure().get();
        throw Arguments.refusal("DIR", folder, "a journal that can be taken; " + failure.message());
      }
      try (JournalReader reader = journal.reader()) {
        print(reader.from(reader.mark(Spool.DELIVERED) + 1));
      }
      if (!spec.commandLine().getOut().checkError() && printed > 0) {
        journal.mark(Spool.DELIVERED).set(printed, 0);
      }
    }
  }

  private void print(JournalReader reader) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
      if (entry instanceof JournalRecord kept) {
        out.println(json ? object(kept, reader.content()) : text(kept, reader.content()));
        printed = kept.sequence();
      } else if (entry instanceof JournalGap gap && gap.kind() != JournalGap.Kind.UNFINISHED) {
        damaged++;
        spec.commandLine().getErr().println(words(gap));
      }
    }
    out.flush();
  }

  /** What a gap is, where, and how much is missing. */
  static String words(JournalGap gap) {
    return String.format(
        Locale.ROOT,
        "%s: %s at byte %,d, %,d bytes, %,d records missing",
        gap.segment(),
        gap.kind().name().toLowerCase(Locale.ROOT),
        gap.offset(),
        gap.bytes(),
        gap.missing());
  }

  private static String text(JournalRecord kept, String content) {
    return content.equals(LogEntry.CONTENT)
        ? LogLines.text(LogEntry.of(kept))
        : kept.sequence() + "  " + kept.at() + "  " + kept.type() + "  " + kept.text();
  }

  private static String object(JournalRecord kept, String content) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sequence", kept.sequence());
    node.put("at", kept.at().toString());
    node.put("type", kept.type());
    node.put("pid", kept.owner().pid());
    node.put("host", kept.owner().host());
    if (content.equals(LogEntry.CONTENT)) {
      LogLines.fill(node, LogEntry.of(kept));
    } else {
      node.put("text", kept.text());
    }
    return node.toString();
  }
}
