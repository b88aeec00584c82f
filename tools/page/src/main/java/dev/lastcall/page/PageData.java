package dev.lastcall.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.Unfinished;
import dev.lastcall.report.Verdict;

/** What the page's script works on: the report, the verdict and the places of the graph's nodes. */
final class PageData {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PageData() {}

  static String of(ExitReport report, Unfinished unfinished) throws JsonProcessingException {
    ObjectNode data = JSON.createObjectNode();
    JsonNode whole = JSON.readTree(ReportJson.text(report));
    data.set("report", whole);
    Verdict verdict = Verdict.of(report);
    boolean isOver = unfinished.isNothing();
    data.putObject("verdict")
        .put("clean", isOver && verdict.clean())
        .put("sentence", isOver ? verdict.sentence() : unfinished.sentence())
        .put("timing", unfinished.timing());
    if (!isOver) {
      sayWhatIsUnfinished(whole, unfinished);
    }
    ArrayNode places = data.putArray("layout");
    LayeredLayout layout = LayeredLayout.of(report.cleanups());
    for (int node = 0; node < report.cleanups().size(); node++) {
      places.addArray().add(layout.layer(node)).add(layout.row(node));
    }
    return JSON.writeValueAsString(data);
  }

  /** The script has two words more than there are outcomes. */
  private static void sayWhatIsUnfinished(JsonNode report, Unfinished unfinished) {
    ObjectNode counts = (ObjectNode) report.path("counts");
    for (JsonNode cleanup : report.path("cleanups")) {
      String name = cleanup.path("name").textValue();
      ObjectNode outcome = (ObjectNode) cleanup.path("outcome");
      if (unfinished.running().contains(name)) {
        say("running", outcome, counts);
      } else if (unfinished.notBegun().contains(name)) {
        say("not-begun", outcome, counts);
      }
    }
  }

  private static void say(String word, ObjectNode outcome, ObjectNode counts) {
    String before = outcome.path("word").textValue();
    counts.put(before, counts.path(before).intValue() - 1);
    counts.put(word, counts.path(word).asInt(0) + 1);
    outcome.put("word", word);
  }
}
