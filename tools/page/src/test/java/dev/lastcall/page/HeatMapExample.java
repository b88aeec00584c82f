package dev.lastcall.page;

import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The heat map of {@code docs/fleet.md}. */
final class HeatMapExample {
  private HeatMapExample() {}

  static String drawn(Instant at, Appendable page) throws IOException {
    // begin heat map
    HeatMap.Builder counting =
        HeatMap.of("redis.del"); // columns of a second, a row for each power of two
    counting.add(at, Duration.ofMillis(2), 750);
    counting.add(at.plusSeconds(1), Duration.ofMillis(300), 1);
    HeatMap map = counting.build();

    String lines = HeatMapText.render(map, new TextStyle(100, true, true));
    HeatMapPage.write("redis.del is slow at times", "pid 4711", List.of(map), page);
    // end heat map
    return lines;
  }
}
