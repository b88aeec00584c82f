package dev.lastcall.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.spool.LogEntry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/** Shows an event of a logging library, as text or as JSON, without the library. Stateless. */
final class LogLines {
  private LogLines() {}

  /** One line, and below it what was thrown. */
  static String text(LogEntry entry) {
    String context =
        entry.context().isEmpty()
            ? ""
            : entry.context().entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(", ", " {", "}"));
    String line =
        "%s %-5s [%s] %s%s - %s"
            .formatted(
                entry.at(),
                entry.levelName(),
                entry.thread(),
                entry.logger(),
                context,
                entry.text().stripTrailing());
    return entry.thrown() == null ? line : line + System.lineSeparator() + stack(entry);
  }

  /** Adds the fields that the event has. */
  static void fill(ObjectNode node, LogEntry entry) {
    node.put("logged", entry.at().toString());
    node.put("level", entry.levelName());
    node.put("logger", entry.logger());
    node.put("thread", entry.thread());
    node.put("text", entry.text());
    if (!entry.context().isEmpty()) {
      ObjectNode context = node.putObject("context");
      entry.context().forEach(context::put);
    }
    if (!entry.pairs().isEmpty()) {
      ObjectNode pairs = node.putObject("pairs");
      entry.pairs().forEach(pairs::put);
    }
    if (!entry.markers().isEmpty()) {
      ArrayNode markers = node.putArray("markers");
      entry.markers().forEach(markers::add);
    }
    if (entry.thrown() != null) {
      node.put("thrown", stack(entry));
    }
  }

  private static String stack(LogEntry entry) {
    StringWriter text = new StringWriter();
    if (entry.thrown() != null) {
      entry.thrown().printStackTrace(new PrintWriter(text, true));
    }
    return text.toString().stripTrailing();
  }
}
