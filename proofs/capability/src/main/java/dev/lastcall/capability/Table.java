package dev.lastcall.capability;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The capability table. */
final class Table {
  private final Ground ground;
  private final Topics topics;
  private final Places places;
  private final Map<String, Score> scores = new LinkedHashMap<>();

  Table(Ground ground, Topics topics) throws IOException {
    this.ground = ground;
    this.topics = topics;
    this.places = Places.of(ground.corpus());
  }

  void add(Tool tool, List<Report> reports) {
    List<CorpusFile> seen = tool.wantsClasses() ? ground.compiled() : ground.corpus().files();
    scores.put(tool.label(), Score.of(tool, seen, reports, topics, places));
  }

  /** Found of all labels that the tool could see, and false alarms. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    int files = ground.corpus().files().size();
    text.append(
        "%d files, %d of them compile on JDK %s with the libraries that they import.%n%n"
            .formatted(files, ground.compiled().size(), System.getProperty("java.version")));
    row(text, "Kind of mistake", (label, score) -> label);
    row(text, "---", (label, score) -> "---");
    for (String topic : topics.names()) {
      row(text, topic, (label, score) -> cell(score.of(topic)));
    }
    row(text, "**all**", (label, score) -> "**" + cell(score.total()) + "**");
    row(text, "recall", (label, score) -> share(score.total(), tally -> tally.found));
    row(
        text,
        "recall, if the same method counts",
        (label, score) -> share(score.total(), tally -> tally.inMethod));
    row(
        text,
        "anything at all on that line",
        (label, score) -> share(score.total(), tally -> tally.anything));
    row(
        text,
        "false alarms, near misses seen",
        (label, score) -> score.total().falseAlarms + " in " + score.filesWithoutLabels());
    return text.toString();
  }

  /** Which rules of a tool were right, and which were wrong. */
  String details() {
    StringBuilder text = new StringBuilder();
    scores.forEach(
        (label, score) ->
            text.append(
                "%n%s%n  right: %s%n  wrong: %s%n"
                    .formatted(label, score.hitsByRule(), score.falseAlarmsByRule())));
    return text.toString();
  }

  private void row(StringBuilder text, String head, BiFunction<String, Score, String> cell) {
    text.append("| ").append(head).append(" |");
    scores.forEach(
        (label, score) -> text.append(' ').append(cell.apply(label, score)).append(" |"));
    text.append('\n');
  }

  private static String cell(Score.Tally tally) {
    String found = tally.found + "/" + tally.labels;
    return tally.falseAlarms == 0 ? found : found + " (" + tally.falseAlarms + ")";
  }

  private static String share(Score.Tally tally, Function<Score.Tally, Integer> count) {
    return tally.labels == 0 ? "-" : "%.0f %%".formatted(100.0 * count.apply(tally) / tally.labels);
  }
}
