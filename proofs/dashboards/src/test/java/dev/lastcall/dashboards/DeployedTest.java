package dev.lastcall.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be said of the deployed files without running anything. */
final class DeployedTest {
  @Test
  void everyRecordedSeriesThatIsUsedIsRecorded() throws IOException {
    Set<String> recorded = Deployed.recorded();

    assertThat(recorded).hasSizeGreaterThan(4);
    for (String query : Deployed.panelQueries()) {
      assertThat(recorded).containsAll(Deployed.recordedIn(query));
    }
    for (String query : Deployed.ruleQueries()) {
      assertThat(recorded).containsAll(Deployed.recordedIn(query));
    }
  }

  @Test
  void theDashboardHasAHeatMapOverTheBucketsAndNoTwoPanelsInOnePlace() throws IOException {
    JsonNode panels = Deployed.dashboard().path("panels");

    assertThat(panels)
        .anySatisfy(
            panel -> {
              assertThat(panel.path("type").textValue()).isEqualTo("heatmap");
              assertThat(panel.at("/targets/0/expr").textValue())
                  .contains("defer_duration_seconds_bucket");
              assertThat(panel.at("/targets/0/format").textValue()).isEqualTo("heatmap");
            });
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : panels) {
      JsonNode place = panel.path("gridPos");
      assertThat(place.path("x").intValue() + place.path("w").intValue()).isLessThanOrEqualTo(24);
      for (int x = 0; x < place.path("w").intValue(); x++) {
        for (int y = 0; y < place.path("h").intValue(); y++) {
          String cell = (x + place.path("x").intValue()) + "/" + (y + place.path("y").intValue());
          assertThat(taken.add(cell)).as(panel.path("title").textValue()).isTrue();
        }
      }
    }
  }

  @Test
  void everyAlertSaysHowBadItIsAndWhatItMeans() throws IOException {
    List<JsonNode> alerts = Deployed.rules().findParents("alert");

    assertThat(alerts).hasSizeGreaterThan(4);
    for (JsonNode alert : alerts) {
      assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
      assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
      assertThat(alert.at("/annotations/description").asText()).isNotEmpty();
    }
  }

  @Test
  void thePipelinesOfTheCollectorUseWhatIsConfiguredAndNothingElse() throws IOException {
    JsonNode collector = Deployed.collector();
    for (String kind : List.of("receivers", "processors", "exporters")) {
      Set<String> configured = new HashSet<>();
      collector.path(kind).fieldNames().forEachRemaining(configured::add);
      Set<String> used = new HashSet<>();
      for (JsonNode pipeline : collector.at("/service/pipelines")) {
        pipeline.path(kind).forEach(name -> used.add(name.textValue()));
      }
      assertThat(used).as(kind).isEqualTo(configured);
    }
  }
}
