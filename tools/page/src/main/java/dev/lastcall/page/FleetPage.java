package dev.lastcall.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A fleet as one HTML file that needs nothing else, like that of {@link ReportPage}: what each
 * cleanup costs, its trend, and a heat map of its runs.
 *
 * <p>Stateless and thread-safe.
 */
public final class FleetPage {
  private static final int TEXT_WIDTH = 120;
  private static final PageForm FORM =
      new PageForm("fleet.html", List.of("dom.js", "heatmap.js", "fleet.js"));

  private FleetPage() {}

  /**
   * Writes the page of a fleet.
   *
   * @param fleet the fleet
   * @param out where to; not closed
   * @throws IOException if {@code out} throws it
   */
  public static void write(Fleet fleet, Appendable out) throws IOException {
    ObjectNode data = FleetJson.node(fleet);
    List<HeatMap> maps = new ArrayList<>();
    maps.add(fleet.heatMap(fleet.whole()));
    fleet.cleanups().forEach(cost -> maps.add(fleet.heatMap(cost)));
    data.set("maps", HeatMapPage.json(maps));
    String text = FleetText.render(fleet, new TextStyle(TEXT_WIDTH, false, true));
    FORM.write(
        fleet.exits() + " exits, " + fleet.clean() + " clean",
        FleetJson.text(data),
        Map.of("text", Markup.text(text)),
        out);
  }
}
