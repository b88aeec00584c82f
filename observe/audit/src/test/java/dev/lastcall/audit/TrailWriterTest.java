package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrailWriterTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;

  private TrailFixture trail = new TrailFixture(Path.of(""));

  @BeforeEach
  void beginTrail() {
    trail = new TrailFixture(root);
  }

  private List<JsonNode> lines(String type) throws IOException {
    return all().stream().filter(line -> line.get("type").asText().equals(type)).toList();
  }

  private List<JsonNode> all() throws IOException {
    List<JsonNode> all = new java.util.ArrayList<>();
    for (String line : trail.lines()) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  @Test
  void aRunHasTwoLinesOfJsonWithAllThatTheArticleAsksFor() throws IOException {
    trail.opened().run("CHG-7 \"审计\" \ud800", 1).closed();

    JsonNode begin = lines("begin").get(0);
    JsonNode end = lines("end").get(0);
    assertThat(begin.get("auditId").asText()).isEqualTo("CHG-7 \"审计\" \ufffd");
    assertThat(end.get("auditAction").asText()).isEqualTo("close-db-connection");
    assertThat(end.get("run")).isEqualTo(begin.get("run"));
    assertThat(end.at("/service/name").asText()).isEqualTo("orders");
    assertThat(end.at("/user/name").asText()).isEqualTo("deploy-bot");
    assertThat(end.at("/host/name").asText()).isEqualTo("pod-1");
    assertThat(end.at("/process/pid").asLong()).isEqualTo(7);
    assertThat(end.get("start")).isEqualTo(begin.get("@timestamp"));
    assertThat(end.get("durationNanos").asLong()).isEqualTo(3_000_000);
    assertThat(end.get("outcome").asText()).isEqualTo("completed");
    assertThat(end.get("attempt").asInt()).isEqualTo(1);
    assertThat(end.get("reason").asText()).isEqualTo("SIGTERM");
  }

  @Test
  void filesAreForTheOwnerAlone() throws IOException {
    trail.opened().closed();

    assertThat(permissions(trail.folder)).isEqualTo("rwx------");
    assertThat(permissions(trail.files().get(0))).isEqualTo("rw-------");
    assertThat(permissions(trail.anchor)).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFileThatIsFullIsSealedAndTheNextGoesOnWithItsChain() throws IOException {
    trail.rotateBytes = 8 << 10;
    trail.opened().run("CHG-7", 30).closed();

    assertThat(trail.files()).hasSizeGreaterThan(3);
    for (Path file : trail.files()) {
      List<String> lines = Files.readAllLines(file);
      assertThat(Files.size(file)).isLessThanOrEqualTo((8 << 10) + 1_000);
      assertThat(lines.get(lines.size() - 1)).contains("\"type\":\"seal\"", "\"key\":\"first\"");
    }
    assertThat(trail.verdict().fault()).isEmpty();
  }

  @Test
  void aNewDayBeginsANewFile() throws IOException {
    trail.opened().run("CHG-7", 1);
    trail.now = trail.now.plus(Duration.ofHours(14));
    trail.run("CHG-8", 1).closed();

    assertThat(trail.files().stream().map(file -> file.getFileName().toString()))
        .containsExactly("audit-000001-2026-03-01.jsonl", "audit-000002-2026-03-02.jsonl");
    assertThat(trail.verdict().fault()).isEmpty();
  }

  @Test
  void whatIsOlderThanTheRetentionIsDeletedAndTheTrailSaysSo() throws IOException {
    trail.retention = Duration.ofDays(10);
    for (int day = 0; day < 14; day++) {
      trail.opened().run("CHG-" + day, 1).closed();
      trail.now = trail.now.plus(Duration.ofDays(1));
    }

    assertThat(trail.files().get(0).getFileName()).hasToString("audit-000004-2026-03-04.jsonl");
    assertThat(trail.files()).hasSize(11);
    JsonNode said = lines("retention").get(lines("retention").size() - 1);
    assertThat(said.at("/files/0").asText()).isEqualTo("audit-000003-2026-03-03.jsonl");
    assertThat(said.get("days").asInt()).isEqualTo(10);
    assertThat(trail.verdict().fault()).isEmpty();
    assertThat(trail.verdict().firstSeq()).isEqualTo(said.get("throughSeq").asLong() + 1);
  }

  @Test
  void aFileThatDoesNotEndInASealIsNeverDeleted() throws IOException {
    trail.retention = Duration.ofDays(10);
    trail.opened().run("CHG-7", 1).closed();
    Files.writeString(trail.files().get(0), "not ours\n", StandardOpenOption.APPEND);
    trail.now = trail.now.plus(Duration.ofDays(100));
    trail.opened().closed();

    assertThat(trail.files()).hasSize(2);
  }

  @Test
  void aRunThatAKillCutShortIsEndedByTheNextStart() throws IOException {
    trail.sealLines = 1_000;
    trail.opened().begin("CHG-7", "r1").begin("CHG-8", "r2").end("CHG-7", "r1").close();
    trail.now = trail.now.plusSeconds(60);
    trail.opened().closed();

    JsonNode end = lines("end").get(1);
    assertThat(end.get("auditId").asText()).isEqualTo("CHG-8");
    assertThat(end.get("outcome").asText()).isEqualTo("unknown-killed");
    assertThat(end.get("start").asText()).isEqualTo(TrailFixture.BEGIN.toString());
    assertThat(lines("end")).hasSize(2);
    assertThat(trail.verdict().fault()).isEmpty();
    assertThat(trail.verdict().unsealed()).isZero();
  }

  @Test
  void aRunStaysOpenOverSealsAndFilesUntilItIsEnded() throws IOException {
    trail.rotateBytes = 4 << 10;
    trail.opened().begin("CHG-7", "r1").run("CHG-8", 40).close();
    assertThat(trail.files()).hasSizeGreaterThan(4);
    trail.opened().close();
    trail.opened().closed();

    assertThat(lines("end"))
        .filteredOn(line -> line.get("run").asText().equals("r1"))
        .singleElement()
        .satisfies(line -> assertThat(line.get("outcome").asText()).isEqualTo("unknown-killed"));
  }

  @Test
  void aLineThatAKillCutShortIsWrittenAgain() throws IOException {
    trail.opened().begin("CHG-7", "r1").close();
    Path file = trail.files().get(0);
    long whole = Files.size(file);
    trail.end("CHG-7", "r1").close();
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.truncate(whole + 100);
    }
    trail.record--;
    trail.end("CHG-7", "r1").closed();

    assertThat(lines("end")).hasSize(1);
    assertThat(trail.verdict().fault()).isEmpty();
  }

  @Test
  void aRecordThatIsDeliveredAgainChangesNothing() throws IOException {
    trail.opened().run("CHG-7", 2);
    List<String> before = trail.lines();
    trail.record = 0;
    trail.opened().run("CHG-7", 2).close();

    assertThat(trail.lines()).isEqualTo(before);
  }

  @Test
  void aTrailThatWasAlteredStaysAsItIsAndGoesOnBehindIt() throws IOException {
    trail.opened().run("CHG-7", 2).closed();
    Path file = trail.files().get(0);
    String altered = Files.readString(file).replaceFirst("CHG-7", "CHG-8");
    Files.writeString(file, altered);
    trail.opened().run("CHG-9", 1).closed();

    assertThat(Files.readString(file)).isEqualTo(altered);
    assertThat(trail.files()).hasSize(2);
    assertThat(trail.findings).extracting(Finding::id).containsExactly("audit-trail-altered");
    assertThat(trail.findings.get(0).message()).contains(file + " line 3");
    assertThat(trail.verdict().fault().orElseThrow().line()).isEqualTo(3);
  }

  @Test
  void anAnchorThatCannotBeWrittenIsToldOnceAndStopsNothing() throws IOException {
    Files.createDirectories(trail.anchor);
    trail.opened().run("CHG-7", 8).closed();

    assertThat(trail.findings).extracting(Finding::id).containsExactly("audit-anchor-failed");
    assertThat(lines("end")).hasSize(8);
  }
}
