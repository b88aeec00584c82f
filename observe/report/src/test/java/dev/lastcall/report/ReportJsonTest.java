package dev.lastcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.ExitReport.CleanupReport;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportJsonTest {
  private final ObjectMapper jackson = new ObjectMapper();

  @Test
  void everySampleFollowsThePublishedSchema() throws IOException {
    ReportSchema schema = new ReportSchema();
    for (ExitReport report : SampleReports.all()) {
      schema.accepts(ReportJson.text(report));
    }
  }

  @Test
  void theSchemaRefusesAReportThatLacksSomething() throws IOException {
    ReportSchema schema = new ReportSchema();
    String json = ReportJson.text(SampleReports.everythingBad());
    for (String member : List.of("cleanups", "lockOwner", "fromBeginMillis", "cause", "why")) {
      String without = json.replace('"' + member + '"', '"' + member + "X\"");
      assertThat(schema.refuses(without)).as(member).isTrue();
    }
    assertThat(schema.refuses(json.replace("\"lastcallReport\": 1", "\"lastcallReport\": 2")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverAReportHoldsItIsWrittenAsTheSchemaSays(long seed) throws IOException {
    RandomReports reports = new RandomReports(seed);
    ReportSchema schema = new ReportSchema();
    for (int i = 0; i < 50; i++) {
      ExitReport report = reports.next();
      String json = ReportJson.text(report);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).as("seed %s", seed).isTrue();
      schema.accepts(json);
      assertThat(jackson.readTree(json).path("cleanups")).hasSameSizeAs(report.cleanups());
    }
  }

  @Test
  void anotherParserReadsWhatWasWritten() throws IOException {
    JsonNode report = jackson.readTree(ReportJson.text(SampleReports.stuckDatabase()));

    assertThat(report.path("lastcallReport").intValue()).isEqualTo(ExitReport.VERSION);
    assertThat(report.path("beganAt").textValue()).isEqualTo("2026-03-14T09:26:53.589Z");
    assertThat(report.path("counts").path("abandoned").intValue()).isEqualTo(1);
    JsonNode database = report.path("cleanups").path(3);
    assertThat(database.path("after"))
        .extracting(JsonNode::textValue)
        .containsExactly("http", "outbox");
    assertThat(database.path("fromBeginMillis").decimalValue()).isEqualByComparingTo("1720");
    assertThat(database.path("outcome").path("word").textValue()).isEqualTo("abandoned");
    assertThat(database.path("outcome").path("sample").path("lockOwner").textValue())
        .isEqualTo("orders-worker-7");
    assertThat(database.path("outcome").path("sample").path("frames")).hasSize(4);
  }

  @Test
  void durationsKeepTheirNanosecondsAndIdleZerosAreLeftOut() throws IOException {
    assertThat(millis(Duration.ofNanos(1_234_567_891))).isEqualTo("1234.567891");
    assertThat(millis(Duration.ofNanos(-1_500_000))).isEqualTo("-1.5");
    assertThat(millis(Duration.ofNanos(1))).isEqualTo("0.000001");
    assertThat(millis(Duration.ofMillis(30))).isEqualTo("30");
    assertThat(millis(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("4611686018427.387903");
  }

  @Test
  void textSurvivesWhateverItHolds() throws IOException {
    assertThat(text("a\"b\\c\n\r\t\0\u001b")).isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\u0000\\u001b\"");
    assertThat(text("数据库 \ud83d\ude00")).isEqualTo("\"数据库 \ud83d\ude00\"");
    assertThat(text("\ud83d-\ude00-\ud83d")).isEqualTo("\"\ufffd-\ufffd-\ufffd\"");
    assertThat(text("\u2028\u2029")).isEqualTo("\"\\u2028\\u2029\"");
  }

  @Test
  void chainsOfCausesAndStacksAreBounded() throws IOException {
    Throwable cause = new IllegalStateException("0");
    for (int i = 1; i < 500; i++) {
      cause = new IllegalStateException(Integer.toString(i), cause);
      cause.addSuppressed(new IOException("suppressed"));
    }
    StackTraceElement[] deep = new StackTraceElement[5_000];
    java.util.Arrays.fill(deep, new StackTraceElement("a.B", "c", "B.java", 7));
    cause.setStackTrace(deep);

    JsonNode thrown =
        cleanup(new Outcome.Failed(Duration.ZERO, cause)).path("outcome").path("cause");

    assertThat(thrown.path("frames")).hasSize(OutcomeJson.MOST_FRAMES);
    assertThat(thrown.path("framesOmitted").intValue()).isEqualTo(5_000 - OutcomeJson.MOST_FRAMES);
    assertThat(thrown.findValues("type")).hasSizeLessThanOrEqualTo(OutcomeJson.MOST_THROWABLES);
  }

  @Test
  void aThrowableReadBackKeepsTheTypeThatItHad() throws IOException {
    Throwable recorded = new RecordedThrowable("org.h2.jdbc.JdbcSQLException", "closed");

    JsonNode thrown =
        cleanup(new Outcome.Failed(Duration.ZERO, recorded)).path("outcome").path("cause");

    assertThat(thrown.path("type").textValue()).isEqualTo("org.h2.jdbc.JdbcSQLException");
    assertThat(recorded).hasToString("org.h2.jdbc.JdbcSQLException: closed");
  }

  @Test
  void everyCleanupStandsOnALineOfItsOwn() {
    String json = ReportJson.text(SampleReports.many(200));

    assertThat(json.lines().filter(line -> line.startsWith("    {\"name\": \"service-")))
        .hasSize(200);
  }

  @Test
  void whatTheTargetThrowsIsPassedOn() {
    Appendable full =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(CharBuffer.wrap(text));
          }

          @Override
          public Appendable append(char c) throws IOException {
            return append(String.valueOf(c));
          }
        };

    assertThatThrownBy(() -> ReportJson.write(SampleReports.typical(), full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  private JsonNode cleanup(Outcome outcome) throws IOException {
    ExitReport typical = SampleReports.typical();
    CleanupReport cleanup =
        new CleanupReport(
            "x",
            CleanupKind.OTHER,
            List.of(),
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            outcome,
            false,
            "");
    ExitReport report = SampleReports.with(typical, List.of(cleanup));
    new ReportSchema().accepts(ReportJson.text(report));
    return jackson.readTree(ReportJson.text(report)).path("cleanups").path(0);
  }

  private static String millis(Duration duration) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).millis(duration);
    return out.toString();
  }

  private static String text(String text) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).text(text);
    return out.toString();
  }
}
