package dev.lastcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.ExitReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportTextTest {
  @Test
  void aCleanExitIsOneScreen() {
    assertThat(ReportText.render(SampleReports.typical(), 80, false))
        .isEqualTo(
            """
            ✔ all 5 cleanups completed
              1.94 s of 30 s grace (Kubernetes, terminationGracePeriodSeconds) · exit code 0
              SIGTERM at 2026-03-14T09:26:53.589Z
              com.example.orders.Main 4711 on orders-7d9f8c6b5-x2vlp
              Eclipse Adoptium 25.0.3+9 · permissive

                           0          500 ms     1 s        1.5 s
                           ┬──────────┬──────────┬──────────┬─────────
              drain        ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂                          812 ms, quiet
              clean                         ▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂ 1.12 s
              flush                                                  ▂ 14 ms
            ◆ http                          ▕█████████▏                ✓ 412 ms
              metrics-push                  ▕██▏                       ✓ 96 ms
              consumer                      ▕█████▏                    ✓ 230 ms
            ◆ outbox                                  ██████████████▋  ✓ 655 ms
            ◆ orders-db                                             ▐▊ ✓ 48 ms

            ◆ critical path: http → outbox → orders-db

            Flush, reserve 500 ms
              100 ms for the flush itself + 300 ms because a thread sits in accept + 100 ms
              CPU quota period
              ✓ logback 7.9 ms (rehearsed in 6.1 ms)
              ✓ metrics 2.2 ms (rehearsed in 6.1 ms)
            """);
  }

  @Test
  void plainAsciiIsEnoughForATerminalThatHasNoMore() {
    String text =
        ReportText.render(SampleReports.everythingBad(), new TextStyle(100, false, false));

    assertThat(text.lines().limit(16)).allMatch(line -> line.chars().allMatch(c -> c < 128));
  }

  @Test
  void saysWhoWasLeftBehindWhereAndWhoHeldTheLock() {
    assertThat(ReportText.render(SampleReports.stuckDatabase(), 120, false))
        .contains("✘ 1 abandoned, 4 completed")
        .contains(
            """
            Left behind
              ○ orders-db after 3.25 s of 3 s
                at com.zaxxer.hikari.pool.HikariPool.shutdown(HikariPool.java:231)
                timed waiting on java.util.concurrent.Semaphore$NonfairSync@5b1669c0, held by orders-worker-7
            """);
  }

  @Test
  void barsOfAllRowsBeginInTheSameCellWhateverTheScriptOfTheName() {
    List<String> rows =
        ReportText.render(SampleReports.chineseNames(), 100, false)
            .lines()
            .filter(row -> row.contains("█"))
            .toList();

    assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
    String first = rows.get(0);
    String second = rows.get(1);
    assertThat(Cells.width(second.substring(0, second.indexOf('█'))))
        .isGreaterThanOrEqualTo(Cells.width(first.substring(0, first.lastIndexOf('█'))));
  }

  @Test
  void ofManyCleanupsThoseAreShownThatAPersonLooksFor() {
    ExitReport report = SampleReports.many(200);
    String text = ReportText.render(report, 120, false);

    report.cleanups().stream()
        .filter(cleanup -> !cleanup.outcome().isCompleted())
        .forEach(cleanup -> assertThat(text).contains(cleanup.name()));
    assertThat(text).contains("and 160 more that completed, none longer than");
    assertThat(text.lines()).hasSizeLessThan(90);
  }

  @Test
  void anExitWithoutCleanupsHasATimelineToo() {
    assertThat(ReportText.render(SampleReports.empty(), 80, false)).contains("✔ no cleanups");
  }

  @Test
  void coloursAreWrittenOnlyIfAskedFor() {
    ExitReport report = SampleReports.everythingBad();

    assertThat(ReportText.render(report, 80, false)).doesNotContain("\u001b");
    String coloured = ReportText.render(report, 80, true);
    assertThat(coloured).contains("\u001b[1;31m✘ 2 abandoned").contains("\u001b[35m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualToIgnoringWhitespace(ReportText.render(report, 80, false));
  }

  @Test
  void theTerminalDoesNotObeyWhatOthersWrote() {
    ExitReport report =
        SampleReports.with(
            SampleReports.typical(),
            List.of(
                SampleReports.failing(
                    "x\u001b[2J",
                    new IllegalStateException("\u001b]0;owned\u0007 \u202eolleh\n\n"))));

    assertThat(ReportText.render(report, 80, false))
        .doesNotContain("\u001b", "\u0007", "\u202e", "\r");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 100, 120, 160, 200, 400})
  void noLineIsWiderThanTheTerminal(int width) {
    for (ExitReport report : SampleReports.all()) {
      assertThat(ReportText.render(report, width, false).lines())
          .allSatisfy(line -> assertThat(Cells.width(line)).as(line).isLessThanOrEqualTo(width));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void whateverAReportHoldsItIsRendered(long seed) {
    RandomReports reports = new RandomReports(seed);
    for (int i = 0; i < 100; i++) {
      String text = ReportText.render(reports.next(), 60 + i * 3, false);
      assertThat(text.lines().findFirst()).as("seed %s, report %s", seed, i).isPresent();
    }
  }

  @Test
  void aWidthThatCannotBeIsCutAtTheExitAndRefusedWhereItIsAskedFor() {
    assertThat(ReportText.render(SampleReports.typical(), 0, false))
        .isEqualTo(ReportText.render(SampleReports.typical(), 60, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextStyle(20, false, true))
        .withMessage("width: 20 (expected: 60 to 400)");
  }
}
