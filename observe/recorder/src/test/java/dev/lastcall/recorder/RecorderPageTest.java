package dev.lastcall.recorder;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Mode;
import dev.lastcall.recorder.RecordedExit.Ended;
import dev.lastcall.recorder.RecordedExit.KilledInExit;
import dev.lastcall.recorder.RecordedExit.KilledWithoutExit;
import dev.lastcall.recorder.RecordedExit.StillRunning;
import dev.lastcall.report.TextStyle;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/recorder.md} shows is what the code does. */
class RecorderPageTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path PAGE = DOCS.resolve("recorder.md");
  private static final TextStyle STYLE = new TextStyle(100, false, true);

  @TempDir Path folder;

  @Test
  void theLinesOfThePageAreInstalledAndRead() throws IOException {
    Registry registry = new Registry();

    ExitRecorder recorder = ExitRecorder.in(folder).open();
    Lastcall lastcall = Lastcall.builder().recorder(recorder).quiet().install();
    try {
      recorder.snapshots(ofSeconds(1), registry::scrape);
      lastcall.ready();

      assertThat(lastcall.findings()).extracting("id").doesNotContain("journal-gave-up");
      assertThat(RecordedExits.in(folder).last().orElseThrow()).isInstanceOf(StillRunning.class);
    } finally {
      lastcall.uninstall();
      recorder.close();
    }
    assertThat(Files.readString(PAGE))
        .contains("ExitRecorder.in(Path.of(", ").open();")
        .contains(".recorder(recorder)")
        .contains("recorder.snapshots(ofSeconds(1), registry::scrape);");
  }

  @Test
  void thePageShowsARealRendering() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("```\n" + RecordedExitText.render(killed(), STYLE) + "```")
        .contains("```\n" + RecordedExitText.render(withoutExit(), STYLE) + "```");
  }

  @Test
  void everyStateIsOfThePublishedForm() throws IOException {
    Schema schema = schema();
    ExitReport report = RecorderRehearsal.report(Sample.REASON, Sample.outcomes());
    for (RecordedExit exit :
        List.of(
            killed(),
            withoutExit(),
            new Ended(process(), report, 2),
            new StillRunning(process(), Optional.of(progress())),
            new StillRunning(process(), Optional.empty()),
            new RecordedExit.Closed(process()))) {
      StringBuilder json = new StringBuilder();
      RecordedExitJson.write(exit, json);
      assertThat(schema.validate(json.toString(), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema.validate("{\"lastcallRecordedExit\": 2}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void thePageExplainsEveryMemberOfTheSchema() throws IOException {
    String page = Files.readString(PAGE);
    JsonNode schema =
        new ObjectMapper().readTree(DOCS.resolve("schema/recorded-exit-v1.schema.json").toFile());
    TreeSet<String> members = new TreeSet<>();
    schema
        .findValues("properties")
        .forEach(node -> node.fieldNames().forEachRemaining(members::add));

    assertThat(members).isNotEmpty().allSatisfy(member -> assertThat(page).contains("`" + member));
  }

  @Test
  void anExitWithoutAnEndCanBeDrawnAsAReport() {
    ExitReport report = RecordedExitText.asReport(killed()).orElseThrow();

    assertThat(report.outcome("outbox").orElseThrow().word()).isEqualTo("abandoned");
    assertThat(report.outcome("broker").orElseThrow().word()).isEqualTo("skipped");
    assertThat(RecordedExitText.asReport(withoutExit())).isEmpty();
  }

  private static Schema schema() throws IOException {
    String report = Files.readString(DOCS.resolve("schema/exit-report-v1.schema.json"));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:lastcall:exit-report:1", report)))
        .getSchema(Files.readString(DOCS.resolve("schema/recorded-exit-v1.schema.json")));
  }

  private static RecordedExit killed() {
    return new KilledInExit(process(), progress());
  }

  private static RecordedExit withoutExit() {
    return new KilledWithoutExit(process());
  }

  private static RecordedProcess process() {
    Instant last = Instant.parse("2026-03-14T09:26:58.189Z");
    return new RecordedProcess(
        Sample.PROCESS,
        Optional.of(Sample.GRACE),
        Optional.of(Mode.PERMISSIVE),
        Optional.of(Sample.plan()),
        5,
        last.minusSeconds(1_618),
        last,
        Optional.of(new MetricsSnapshot(last.minusMillis(400), "orders_total 1207\n")),
        0);
  }

  /** The exit of the sample, through the records. */
  private static ExitProgress progress() {
    LifeExit exit = new LifeExit(Instant.EPOCH);
    RecordBuffer buffer = new RecordBuffer(1 << 16);
    EventRecord.reason(Instant.parse("2026-03-14T09:26:53.589Z"), Sample.REASON, buffer);
    exit.read(Kind.REASON, input(buffer));
    exit.plan(new PlanRecord(Sample.plan(), 5));
    Sample.half().stream()
        .skip(3)
        .forEach(
            event -> {
              EventRecord.write(event, buffer.clear());
              exit.read(EventRecord.kind(event), input(buffer));
            });
    buffer.clear().time(ofMillis(4_600)).octet(0);
    for (int i = 0; i < ExitBoard.OUTCOMES; i++) {
      buffer.number(0);
    }
    buffer.slot();
    exit.read(Kind.PULSE, input(buffer));
    return exit.progress(Sample.GRACE);
  }

  private static RecordInput input(RecordBuffer written) {
    return new RecordInput(ByteBuffer.wrap(written.bytes(), 0, written.length()));
  }

  /** Stands for the application's metrics. */
  private static final class Registry {
    String scrape() {
      return "up " + Duration.ZERO.toMillis() + "\n";
    }
  }
}
