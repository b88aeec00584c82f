package dev.lastcall.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.journal.JournalEntry;
import dev.lastcall.journal.JournalGap;
import dev.lastcall.journal.JournalOwner;
import dev.lastcall.journal.JournalReader;
import dev.lastcall.journal.JournalRecord;
import dev.lastcall.spool.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall journal check}: reads all of a journal and says what it holds. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Reads all of a journal: what it holds, who owns it, and where it is damaged.",
    footer = {"", "Exit codes: 0 it is sound, 1 it is damaged, 2 it could not be read."})
final class JournalCheckCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder of the journal.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private long records;
  private long bytes;
  private long unfinished;
  private @Nullable JournalRecord first;
  private @Nullable JournalRecord last;
  private final List<JournalGap> damage = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    try (JournalReader reader = JournalReader.open(folder)) {
      for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof JournalRecord kept) {
          count(kept);
        } else if (entry instanceof JournalGap gap) {
          count(gap);
        }
      }
      spec.commandLine().getOut().println(json ? object(reader) : text(reader));
    }
    return damage.isEmpty() ? FINE : TROUBLE;
  }

  private void count(JournalRecord kept) {
    records++;
    bytes += kept.payload().remaining();
    first = first == null ? kept : first;
    last = kept;
  }

  private void count(JournalGap gap) {
    if (gap.kind() == JournalGap.Kind.UNFINISHED) {
      unfinished++;
    } else {
      damage.add(gap);
    }
  }

  private String text(JournalReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %s, %,d records, %,d bytes%n",
            folder,
            reader.content(),
            records,
            bytes));
    if (first != null && last != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %,d to %,d, %s to %s; delivered up to %,d%n",
              first.sequence(),
              last.sequence(),
              first.at(),
              last.at(),
              reader.mark(Spool.DELIVERED)));
    }
    text.append("  owner: ").append(reader.liveOwner().map(JournalOwner::toString).orElse("none"));
    if (unfinished > 0) {
      text.append(
          String.format(
              Locale.ROOT, "%n  %,d records cut off by a kill, never acknowledged", unfinished));
    }
    damage.forEach(gap -> text.append("\n  ").append(JournalCatCommand.words(gap)));
    return text.toString();
  }

  private String object(JournalReader reader) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("content", reader.content());
    node.put("records", records);
    node.put("bytes", bytes);
    node.put("firstSequence", first == null ? 0 : first.sequence());
    node.put("lastSequence", last == null ? 0 : last.sequence());
    node.put("delivered", reader.mark(Spool.DELIVERED));
    node.put("ownerPid", reader.liveOwner().map(JournalOwner::pid).orElse(null));
    node.put("unfinished", unfinished);
    damage.forEach(gap -> node.withArray("damage").add(JournalCatCommand.words(gap)));
    return node.toString();
  }
}
