package dev.lastcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminationMessageTest {
  @Test
  void aCleanExitNeedsFewLines() {
    assertThat(TerminationMessage.of(SampleReports.typical()))
        .isEqualTo(
            """
            lastcall: all 5 cleanups completed; 1.94 s of 30 s grace, exit code 0, SIGTERM
            phases: drain 812 ms, clean 1.12 s, flush 14 ms, report 1.5 ms
            critical path: http → outbox → orders-db
            """);
  }

  @Test
  void whoWasAbandonedAndWhereComesRightAfterTheVerdict() {
    List<String> lines = TerminationMessage.of(SampleReports.everythingBad()).lines().toList();

    assertThat(lines.get(0)).startsWith("lastcall: 2 abandoned, 2 failed, 1 timed out, 1 skipped");
    assertThat(lines.get(1))
        .startsWith(
            "abandoned orders-db after 1.9 s at com.zaxxer.hikari.pool.HikariPool.shutdown(")
        .contains("held by orders-worker-7");
    assertThat(lines.get(2)).startsWith("abandoned cache");
    assertThat(lines.get(3))
        .startsWith("failed http after 120 ms: java.io.IOException: Broken pipe");
    assertThat(lines).anyMatch(line -> line.startsWith("flush failed audit"));
    assertThat(lines).anyMatch(line -> line.startsWith("error: the critical path"));
  }

  @Test
  void isCutAtAWholeCharacterBeforeItIsTooLong() {
    ExitReport chinese = SampleReports.chineseNames();
    List<CleanupReport> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.addAll(chinese.cleanups());
    }
    Collections.reverse(many);

    String message = TerminationMessage.of(SampleReports.with(chinese, many));

    assertThat(message.getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(TerminationMessage.MOST_BYTES - 400, TerminationMessage.MOST_BYTES);
    assertThat(message).startsWith("lastcall: 300 abandoned").endsWith("…");
  }

  @Test
  void oneLongMessageDoesNotPushTheOthersOut() {
    ExitReport report =
        SampleReports.with(
            SampleReports.everythingBad(),
            List.of(
                SampleReports.failing("a", new IllegalStateException("x".repeat(50_000))),
                SampleReports.failing("b", new IllegalStateException("short"))));

    assertThat(TerminationMessage.of(report)).contains("failed b after").contains("short");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void isNeverTooLongWhateverTheReportHolds(long seed) {
    RandomReports reports = new RandomReports(seed);
    for (int i = 0; i < 100; i++) {
      String message = TerminationMessage.of(reports.next());
      assertThat(message.getBytes(StandardCharsets.UTF_8))
          .as("seed %s, report %s", seed, i)
          .hasSizeLessThanOrEqualTo(TerminationMessage.MOST_BYTES);
      assertThat(message.lines()).allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }
  }
}
