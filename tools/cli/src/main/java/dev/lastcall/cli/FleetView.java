package dev.lastcall.cli;

import dev.lastcall.api.ExitReport;
import dev.lastcall.page.Fleet;
import dev.lastcall.page.FleetJson;
import dev.lastcall.page.FleetPage;
import dev.lastcall.page.FleetText;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What many exit reports say together.
 *
 * @param folder the folder that they lie in
 * @param style what the terminal can show
 * @param out where to
 */
record FleetView(Path folder, TextStyle style, PrintWriter out) {
  /** Shows the fleet; the exit code says whether every exit was clean. */
  int show(List<ReportFiles.Found> found, ReportFormat format, HtmlFile page) throws IOException {
    Map<String, ExitReport> reports = new LinkedHashMap<>();
    found.forEach(each -> reports.put(folder.relativize(each.file()).toString(), each.report()));
    Fleet fleet = Fleet.of(reports);
    page.write(html -> FleetPage.write(fleet, html));
    switch (format) {
      case TEXT -> {
        out.print(FleetText.render(fleet, style));
        out.println();
        out.println("--newest shows the last exit alone.");
      }
      case JSON -> FleetJson.write(fleet, out);
      case HTML -> FleetPage.write(fleet, out);
    }
    page.mention(format, out);
    out.flush();
    return fleet.clean() == fleet.exits() ? Subcommand.FINE : Subcommand.TROUBLE;
  }
}
