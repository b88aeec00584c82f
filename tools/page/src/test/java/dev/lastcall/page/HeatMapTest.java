package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.page.HeatMap.Cell;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HeatMapTest {
  private static final Instant START = Instant.parse("2026-03-14T09:26:53Z");
  private static final TextStyle PLAIN = new TextStyle(80, false, true);

  @Test
  void countsRunsInTheirColumnAndInTheRowOfTheirLatency() {
    HeatMap map =
        HeatMap.of("db")
            .add(START, Duration.ofNanos(1024), 3)
            .add(START.plusMillis(999), Duration.ofNanos(2047), 1)
            .add(START.plusSeconds(2), Duration.ofNanos(4096), 5)
            .add(START, Duration.ofNanos(1024), 0)
            .build();

    assertThat(map.from()).isEqualTo(START);
    assertThat(map.columns()).isEqualTo(3);
    assertThat(map.rows()).isEqualTo(3);
    assertThat(map.cells()).containsExactly(new Cell(0, 0, 4), new Cell(2, 2, 5));
    assertThat(map.floor(0)).isEqualTo(Duration.ofNanos(1024));
    assertThat(map.floor(3)).isEqualTo(Duration.ofNanos(8192));
    assertThat(map.runs()).isEqualTo(9);
  }

  @Test
  void everyLatencyLiesBetweenTheFloorsOfItsRow() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Duration took = Duration.ofNanos(1 + (random.nextLong() >>> (1 + random.nextInt(62))));
      int fine = 1 + random.nextInt(8);
      HeatMap map = HeatMap.of("x").rowsPerDoubling(fine).add(START, took, 1).build();
      assertThat(took).as("seed %d", seed).isGreaterThanOrEqualTo(map.floor(0));
      if (took.compareTo(Duration.ofDays(36_500)) < 0) {
        assertThat(map.floor(1)).as("seed %d, %d rows", seed, fine).isGreaterThanOrEqualTo(took);
      }
    }
  }

  @Test
  void aLongTimeMakesTheColumnsWiderAndLosesNoRun() {
    HeatMap.Builder building = HeatMap.of("db").column(Duration.ofMillis(1));
    for (int run = 0; run < 100_000; run++) {
      building.add(START.plusSeconds(run), Duration.ofMillis(1 + run % 7), 1);
    }
    building.add(START.minusSeconds(100_000), Duration.ofMillis(1), 1);

    HeatMap map = building.build();
    assertThat(map.columns()).isBetween(HeatMap.MOST_COLUMNS / 2, HeatMap.MOST_COLUMNS);
    assertThat(map.runs()).isEqualTo(100_001);
    assertThat(map.from()).isBeforeOrEqualTo(START.minusSeconds(100_000));
  }

  @Test
  void anEmptyMapIsDrawnToo() {
    HeatMap map = HeatMap.of("db").build();

    assertThat(map.cells()).isEmpty();
    assertThat(HeatMapText.render(map, PLAIN)).startsWith("db  0 runs\n");
  }

  @Test
  void refusesColumnsThatAreTooNarrowAndSettingsThatComeTooLate() {
    assertThatThrownBy(() -> HeatMap.of("db").column(Duration.ofNanos(10)))
        .hasMessage("column: PT0.00000001S (expected: >= PT0.001S)");
    assertThatThrownBy(() -> HeatMap.of("db").rowsPerDoubling(9))
        .hasMessage("rowsPerDoubling: 9 (expected: 1 to 8)");
    HeatMap.Builder begun = HeatMap.of("db").add(START, Duration.ofMillis(1), 1);
    assertThatThrownBy(() -> begun.rowsPerDoubling(2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void inTheTerminalTheRareIsPaleAndTheFrequentDark() {
    HeatMap map =
        HeatMap.of("redis.del")
            .add(START, Duration.ofMillis(2), 1000)
            .add(START.plusSeconds(1), Duration.ofMillis(2), 90)
            .add(START.plusSeconds(2), Duration.ofMillis(300), 1)
            .build();

    assertThat(HeatMapText.render(map, PLAIN).lines().toList())
        .contains("   268 ms ┊  ░", "  1.05 ms ┊█▓")
        .last()
        .isEqualTo("           UTC; count ░ 1  ▒ 10  ▓ 100  █ 1000");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    HeatMap.Builder building = HeatMap.of("db");
    for (int run = 0; run < 1000; run++) {
      building.add(START.plusSeconds(run), Duration.ofMillis(run), 1);
    }

    String drawn = HeatMapText.render(building.build(), new TextStyle(60, false, false));
    assertThat(drawn.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60));
  }

  @Test
  void namesReachThePageAsDataOnly() throws IOException {
    String hostile = "</script><script>alert(1)</script>";
    StringBuilder page = new StringBuilder();
    HeatMapPage.write(
        hostile,
        hostile,
        List.of(HeatMap.of(hostile).add(START, Duration.ofMillis(2), 7).build()),
        page);

    assertThat(page.toString()).doesNotContain("<script>alert");
    int from = page.indexOf("<script id=\"data\"");
    int begin = page.indexOf(">", from) + 1;
    JsonNode data =
        new ObjectMapper().readTree(page.substring(begin, page.indexOf("</script>", begin)));
    assertThat(data.at("/maps/0/name").textValue()).isEqualTo(hostile);
    assertThat(data.at("/maps/0/cells/0/2").intValue()).isEqualTo(7);
  }
}
