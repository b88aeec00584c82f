package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitReport.CleanupReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayeredLayoutTest {
  @Test
  void theLayerIsTheLengthOfTheLongestChainBefore() {
    LayeredLayout layout =
        LayeredLayout.of(
            List.of(
                PageReports.cleanup("a"),
                PageReports.cleanup("b", "a"),
                PageReports.cleanup("c", "a", "b"),
                PageReports.cleanup("d")));

    assertThat(List.of(layout.layer(0), layout.layer(1), layout.layer(2), layout.layer(3)))
        .containsExactly(0, 1, 2, 0);
  }

  @Test
  void neighboursComeToLieBesideEachOther() {
    LayeredLayout layout =
        LayeredLayout.of(
            List.of(
                PageReports.cleanup("a"),
                PageReports.cleanup("b"),
                PageReports.cleanup("behind-b", "b"),
                PageReports.cleanup("behind-a", "a")));

    assertThat(layout.row(0) < layout.row(1)).isEqualTo(layout.row(3) < layout.row(2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyNodeIsRightOfItsPredecessorsAndHasAPlaceOfItsOwn(long seed) {
    Random random = new Random(seed);
    List<CleanupReport> cleanups = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String[] after =
          i == 0 ? new String[0] : new String[] {"n" + random.nextInt(i), "n" + random.nextInt(i)};
      cleanups.add(PageReports.cleanup("n" + i, after));
    }

    LayeredLayout layout = LayeredLayout.of(cleanups);

    Set<List<Number>> places = new HashSet<>();
    for (int i = 0; i < cleanups.size(); i++) {
      places.add(List.of(layout.layer(i), layout.row(i)));
      for (String name : cleanups.get(i).after()) {
        assertThat(layout.layer(Integer.parseInt(name.substring(1))))
            .as("seed %s", seed)
            .isLessThan(layout.layer(i));
      }
    }
    assertThat(places).as("seed %s", seed).hasSameSizeAs(cleanups);
  }

  @Test
  void aDamagedReportHasALayoutToo() {
    LayeredLayout layout =
        LayeredLayout.of(
            List.of(
                PageReports.cleanup("a", "b", "nobody"),
                PageReports.cleanup("b", "a"),
                PageReports.cleanup("b", "b")));

    assertThat(layout.layer(0)).isGreaterThanOrEqualTo(0);
    assertThat(LayeredLayout.of(List.of())).isNotNull();
  }
}
