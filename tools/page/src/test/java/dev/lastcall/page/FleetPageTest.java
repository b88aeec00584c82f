package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code docs/fleet.md} shows is what comes out. */
final class FleetPageTest {
  private static final Path PAGE = Path.of("../../docs/fleet.md");
  private static final Path EXAMPLE =
      Path.of("src/test/java/dev/lastcall/page/HeatMapExample.java");

  @Test
  void theFleetIsDrawnAsThePageShows() throws IOException {
    String drawn =
        FleetText.render(Fleet.of(FleetReports.week(100, 7)), new TextStyle(110, false, true));

    assertThat(Files.readString(PAGE)).contains("```\n" + drawn + "```");
  }

  @Test
  void theHeatMapIsCompiledAndDrawn() throws IOException {
    String source = Files.readString(EXAMPLE);
    int from = source.indexOf("    // begin heat map\n") + "    // begin heat map\n".length();
    String code = source.substring(from, source.indexOf("    // end heat map\n"));
    assertThat(Files.readString(PAGE))
        .contains("```java\n" + code.stripTrailing().stripIndent() + "\n```");

    StringBuilder page = new StringBuilder();
    assertThat(HeatMapExample.drawn(FleetReports.MONDAY, page)).startsWith("redis.del  751 runs");
    assertThat(page).startsWith("<!doctype html>");
  }
}
