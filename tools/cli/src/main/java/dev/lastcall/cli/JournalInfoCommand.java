package dev.lastcall.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.journal.JournalInfo;
import dev.lastcall.journal.JournalOwner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall journal info}: what a journal's folder says without reading its records. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Says at a glance what a journal holds: owner, segments, marks, bytes.",
    footer = {"", "Exit codes: 0 it could be read, 2 it could not."})
final class JournalInfoCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder of the journal.")
  private Path folder = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    JournalInfo info = JournalInfo.of(folder);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(object(info));
    } else {
      text(info, out);
    }
    return FINE;
  }

  private void text(JournalInfo info, PrintWriter out) {
    String owner = info.liveOwner().map(JournalInfoCommand::words).orElse("none");
    out.printf(
        Locale.ROOT,
        "%s: %s, records %,d to %,d, %,d bytes%n  owner: %s%n",
        folder,
        info.content(),
        info.firstSequence(),
        info.lastSequence(),
        info.bytes(),
        owner);
    for (JournalInfo.Mark mark : info.marks()) {
      out.printf(Locale.ROOT, "  mark %s: %,d (%d)%n", mark.name(), mark.sequence(), mark.detail());
    }
    for (JournalInfo.Segment segment : info.segments()) {
      out.printf(
          Locale.ROOT,
          "  %s: %,d bytes, %s%n",
          segment.file().getFileName(),
          segment.bytes(),
          words(segment));
    }
  }

  private static String words(JournalInfo.Segment segment) {
    String writer = segment.writer().map(JournalInfoCommand::words).orElse("header damaged");
    if (segment.firstSequence() == 0) {
      return "prepared, " + writer;
    }
    String first = segment.firstSequence() < 0 ? "?" : Long.toString(segment.firstSequence());
    return segment.records() + " records from " + first + ", " + writer;
  }

  private static String words(JournalOwner owner) {
    return "pid " + owner.pid() + " on " + owner.host() + ", started " + owner.startedAt();
  }

  private static ObjectNode object(JournalInfo info) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("content", info.content());
    node.put("firstSequence", info.firstSequence());
    node.put("lastSequence", info.lastSequence());
    node.put("bytes", info.bytes());
    info.liveOwner()
        .ifPresentOrElse(o -> node.set("owner", object(o)), () -> node.putNull("owner"));
    node.putArray("marks");
    for (JournalInfo.Mark mark : info.marks()) {
      node.withArray("marks")
          .addObject()
          .put("name", mark.name())
          .put("sequence", mark.sequence())
          .put("detail", mark.detail());
    }
    node.putArray("segments");
    for (JournalInfo.Segment segment : info.segments()) {
      ObjectNode one = node.withArray("segments").addObject();
      one.put("file", segment.file().toString());
      one.put("bytes", segment.bytes());
      one.put("firstSequence", segment.firstSequence());
      one.put("records", segment.records());
      one.put("closed", segment.closed());
      segment.writer().ifPresent(writer -> one.set("writer", object(writer)));
    }
    return node;
  }

  private static ObjectNode object(JournalOwner owner) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    return node.put("pid", owner.pid())
        .put("startedAt", owner.startedAt().toString())
        .put("host", owner.host());
  }
}
