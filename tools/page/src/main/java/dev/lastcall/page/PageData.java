package dev.lastcall.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.Verdict;

/** What the page's script works on: the report, the verdict and the places of the graph's nodes. */
final class PageData {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PageData() {}

  static String of(ExitReport report, Verdict verdict) throws JsonProcessingException {
    ObjectNode data = JSON.createObjectNode();
    data.set("report", JSON.readTree(ReportJson.text(report)));
    data.putObject("verdict").put("clean", verdict.clean()).put("sentence", verdict.sentence());
    ArrayNode places = data.putArray("layout");
    LayeredLayout layout = LayeredLayout.of(report.cleanups());
    for (int node = 0; node < report.cleanups().size(); node++) {
      places.addArray().add(layout.layer(node)).add(layout.row(node));
    }
    return JSON.writeValueAsString(data);
  }
}
