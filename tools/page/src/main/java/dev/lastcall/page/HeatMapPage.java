package dev.lastcall.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.Arguments;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Heat maps as one HTML file that needs nothing else, like that of {@link ReportPage}.
 *
 * <p>Stateless and thread-safe.
 */
public final class HeatMapPage {
  private static final int TEXT_WIDTH = 120;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PageForm FORM =
      new PageForm("heatmaps.html", List.of("dom.js", "heatmap.js", "heatmaps.js"));

  private HeatMapPage() {}

  /**
   * Writes a page of heat maps, one below the other.
   *
   * @param title what the page shows, in a sentence
   * @param facts what else is to be known, in words; may be empty
   * @param maps the maps
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public static void write(String title, String facts, List<HeatMap> maps, Appendable out)
      throws IOException {
    ObjectNode data = JSON.createObjectNode();
    data.put("title", Arguments.given("title", title));
    data.put("facts", Arguments.given("facts", facts));
    data.set("maps", json(maps));
    FORM.write(title, text(data), Map.of("text", Markup.text(plain(maps))), out);
  }

  /** Returns the form in which {@code heatmap.js} takes maps. */
  static ArrayNode json(List<HeatMap> maps) {
    ArrayNode all = JSON.createArrayNode();
    for (HeatMap map : maps) {
      ObjectNode node = all.addObject();
      node.put("name", map.name());
      node.put("fromMillis", map.from().toEpochMilli());
      node.put("columnMillis", map.column().toMillis());
      node.put("columns", map.columns());
      node.put("rowsPerDoubling", map.rowsPerDoubling());
      node.put("lowestRow", map.lowestRow());
      node.put("rows", map.rows());
      ArrayNode cells = node.putArray("cells");
      for (HeatMap.Cell cell : map.cells()) {
        cells.addArray().add(cell.column()).add(cell.row()).add(cell.count());
      }
    }
    return all;
  }

  private static String text(ObjectNode data) throws JsonProcessingException {
    return JSON.writeValueAsString(data);
  }

  private static String plain(List<HeatMap> maps) {
    StringBuilder text = new StringBuilder();
    TextStyle style = new TextStyle(TEXT_WIDTH, false, true);
    maps.forEach(map -> text.append(HeatMapText.render(map, style)).append('\n'));
    return text.toString();
  }
}
