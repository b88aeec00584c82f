package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Outcome;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FleetTest {
  private static final Path SCHEMA = Path.of("../../docs/schema/fleet-v1.schema.json");
  private static final long SEED = 7;
  private static final TextStyle WIDE = new TextStyle(140, false, true);

  @TempDir Path folder;

  @Test
  void percentilesAreRunsThatWereMeasured() {
    Spread spread = Spread.of(IntStream.rangeClosed(1, 200).mapToObj(Duration::ofMillis).toList());

    assertThat(spread)
        .isEqualTo(
            new Spread(
                200,
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(150),
                Duration.ofMillis(190),
                Duration.ofMillis(198),
                Duration.ofMillis(200)));
    assertThat(Spread.of(List.of()).count()).isZero();
    assertThat(Spread.of(List.of(Duration.ofSeconds(1))).p99()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void theCostOfEachCleanupIsToldByVersion() {
    Fleet fleet = Fleet.of(FleetReports.week(100, SEED));

    assertThat(fleet.exits()).isEqualTo(100);
    assertThat(fleet.clean()).isEqualTo(98);
    assertThat(fleet.versions()).containsExactly("2.4.1", "2.5.0");
    assertThat(fleet.cleanups())
        .extracting(FleetCost::name)
        .containsExactly("orders-db", "http", "outbox");
    FleetCost db = fleet.cleanups().get(0);
    assertThat(db.byVersion().values())
        .extracting(Spread::p50)
        .satisfiesExactly(
            old -> assertThat(old).isBetween(ofMillis(200), ofMillis(280)),
            fresh -> assertThat(fresh).isBetween(ofMillis(600), ofMillis(680)));
    assertThat(db.outcomes()).containsEntry("abandoned", 2).containsEntry("completed", 98);
    assertThat(db.critical()).isEqualTo(100);
    assertThat(db.spread().max()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatTookFarLongerThanUsualIsNamedWithItsReport() {
    Fleet fleet = Fleet.of(FleetReports.week(100, SEED));

    assertThat(fleet.cleanups().get(0).outliers())
        .extracting(FleetRun::source)
        .containsExactlyInAnyOrder("pod-1/exit-33.json", "pod-2/exit-98.json");
    assertThat(fleet.cleanups().get(1).outliers()).isEmpty();
  }

  @Test
  void theTrendHasASliceForEachPartOfTheTimeAndLosesNoRun() {
    Fleet fleet = Fleet.of(FleetReports.week(100, SEED));

    List<Spread> trend = fleet.trend(fleet.cleanups().get(0));
    assertThat(trend).hasSize(Fleet.SLICES);
    assertThat(trend.stream().mapToInt(Spread::count).sum()).isEqualTo(100);
    assertThat(trend.get(0).p50()).isLessThan(ofMillis(300));
    assertThat(trend.get(Fleet.SLICES - 1).p50()).isGreaterThan(ofMillis(600));
    assertThat(fleet.heatMap(fleet.whole()).runs()).isEqualTo(100);
  }

  @Test
  void aSingleExitAndOneWithoutCleanupsAreFleetsToo() {
    ExitReport empty = FleetReports.report(FleetReports.MONDAY, "", "host");
    Fleet fleet = Fleet.of(Map.of("a.json", empty));

    assertThat(fleet.versions()).containsExactly(Fleet.UNKNOWN_VERSION);
    assertThat(FleetText.render(fleet, WIDE)).startsWith("1 exit, 1 clean\n");
    assertThatThrownBy(() -> Fleet.of(Map.of()))
        .hasMessage("reports: none (expected: at least one exit report)");
  }

  @Test
  void whatNeverBeganHasNoDuration() {
    ExitReport report =
        FleetReports.report(
            FleetReports.MONDAY,
            "1",
            "host",
            FleetReports.cleanup("db", new Outcome.Skipped("no time"), Duration.ZERO, false));
    FleetCost db = Fleet.of(Map.of("a.json", report)).cleanups().get(0);

    assertThat(db.spread().count()).isZero();
    assertThat(db.outcomes()).containsExactly(Map.entry("skipped", 1));
  }

  @Test
  void theTextHasALineForEachCleanupAndVersion() {
    String text = FleetText.render(Fleet.of(FleetReports.week(100, SEED)), WIDE);

    assertThat(text)
        .startsWith("100 exits, 98 clean\n  2026-03-09T06:00:00.000Z to ")
        .contains("versions 2.4.1, 2.5.0", "2 abandoned", "Far longer than usual")
        .containsPattern("\\norders-db +100 .*100 %  [▃▄]+.*█.*2 abandoned\\n  2\\.4\\.1 +50 ")
        .contains("orders-db 3 s abandoned, usually ", "pod-1/exit-33.json");
    String narrow =
        FleetText.render(Fleet.of(FleetReports.week(100, SEED)), new TextStyle(80, false, false));
    assertThat(narrow.lines().filter(line -> line.startsWith("orders-db ")))
        .isNotEmpty()
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void theJsonSaysTheSame() throws IOException {
    StringBuilder json = new StringBuilder();
    FleetJson.write(Fleet.of(FleetReports.week(100, SEED)), json);

    JsonNode fleet = new ObjectMapper().readTree(json.toString());
    assertThat(fleet.path("lastcallFleet").intValue()).isEqualTo(1);
    assertThat(fleet.at("/cleanups/0/versions/1/version").textValue()).isEqualTo("2.5.0");
    assertThat(fleet.at("/cleanups/0/outliers")).hasSize(2);
    assertThat(fleet.at("/wholeExit/maxMillis").doubleValue()).isGreaterThan(3000);
    try (InputStream in = Files.newInputStream(SCHEMA)) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      assertThat(schema.validate(json.toString(), InputFormat.JSON)).isEmpty();
      assertThat(schema.validate("{\"lastcallFleet\": 1}", InputFormat.JSON)).isNotEmpty();
    }
  }

  @Test
  void namesReachThePageAsDataOnly() throws IOException {
    String hostile = "</script><script>alert(1)</script>";
    ExitReport report =
        FleetReports.report(
            FleetReports.MONDAY,
            hostile,
            hostile,
            FleetReports.cleanup(hostile, new Outcome.Completed(ofMillis(1)), ofMillis(1), true));
    StringBuilder page = new StringBuilder();
    FleetPage.write(Fleet.of(Map.of(hostile, report)), page);

    assertThat(page.toString())
        .doesNotContain("<script>alert")
        .contains("default-src 'none'", "&lt;/script&gt;");
  }

  @Test
  void theVersionIsReadBackFromTheReport() throws IOException {
    ExitReport report = FleetReports.report(FleetReports.MONDAY, "2.5.0+build.7", "host");
    Path file = Files.writeString(folder.resolve("report.json"), ReportJson.text(report));

    assertThat(ReportReader.read(file).process().version()).isEqualTo("2.5.0+build.7");
  }

  private static Duration ofMillis(long millis) {
    return Duration.ofMillis(millis);
  }
}
