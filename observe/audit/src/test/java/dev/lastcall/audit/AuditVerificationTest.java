package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.audit.AuditFault.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody can do who knows how the chain is made, but has not the key. */
final class AuditVerificationTest {
  @TempDir Path root;

  private TrailFixture trail = new TrailFixture(Path.of(""));

  @BeforeEach
  void beginTrail() {
    trail = new TrailFixture(root);
  }

  /** Writes lines anew with right hashes, from one on; seals keep the HMAC that they had. */
  private static List<String> rechained(List<String> lines, int from, int until) {
    List<String> result = new ArrayList<>(lines);
    LineHash digest = new LineHash();
    for (int index = from; index < until; index++) {
      String before = result.get(index - 1);
      String hash = before.substring(before.length() - 66, before.length() - 2);
      String line = result.get(index);
      String text = line.replaceFirst("\"prev\":\"[0-9a-f]+\"", "\"prev\":\"" + hash + '"');
      byte[] head =
          text.substring(0, text.lastIndexOf(",\"hash\"")).getBytes(StandardCharsets.UTF_8);
      byte[] own = new byte[LineHash.LENGTH];
      digest.write(head, 0, head.length, own, 0);
      String hashed = new String(own, StandardCharsets.US_ASCII);
      result.set(index, text.substring(0, text.lastIndexOf(',')) + ",\"hash\":\"" + hashed + "\"}");
    }
    return result;
  }

  private AuditFault faultAfter(List<String> lines) throws IOException {
    Files.write(trail.files().get(0), lines);
    return trail.verdict().fault().orElseThrow();
  }

  @Test
  void aLineThatWasGivenANewHashIsNamedByTheNext() throws IOException {
    trail.opened().run("CHG-7", 3).closed();
    List<String> lines = trail.lines();
    lines.set(3, lines.get(3).replace("completed", "abandoned"));

    AuditFault fault = faultAfter(rechained(lines, 3, 4));
    assertThat(fault.kind()).isEqualTo(Kind.ALTERED);
    assertThat(fault.line()).isEqualTo(4);
  }

  @Test
  void aChainThatWasMadeAnewIsGivenAwayByTheSeal() throws IOException {
    trail.opened().run("CHG-7", 3).closed();
    List<String> lines = trail.lines();
    lines.set(3, lines.get(3).replace("completed", "abandoned"));

    AuditFault fault = faultAfter(rechained(lines, 3, lines.size()));
    assertThat(fault.kind()).isEqualTo(Kind.REWRITTEN);
    assertThat(fault.line()).isEqualTo(3); // the first line behind the seal that still fits
  }

  @Test
  void aForgedLineThatFollowsWellIsNamedByTheOneItPushedAway() throws IOException {
    trail.opened().run("CHG-7", 3).closed();
    List<String> lines = trail.lines();
    lines.add(4, lines.get(4).replace("CHG-7", "CHG-8"));

    AuditFault fault = faultAfter(rechained(lines, 4, 5));
    assertThat(fault.kind()).isEqualTo(Kind.INSERTED);
    assertThat(fault.line()).isEqualTo(5);
  }

  @Test
  void anEndWrittenByAStrangerIsNotSealedAndTheAnchorDisagrees() throws IOException {
    trail.opened().run("CHG-7", 3).closed();
    List<String> lines = trail.lines();
    int last = lines.size() - 1;
    lines.set(last, lines.get(last).replaceFirst(",\"key\".*,\"hash\"", ",\"hash\""));
    Files.write(trail.files().get(0), rechained(lines, last, last + 1));

    AuditVerdict without =
        AuditVerification.ofFolder(trail.folder).keys(TrailFixture.keys("first")).run();
    assertThat(without.fault()).isEmpty();
    assertThat(without.unsealed()).isPositive();
    assertThat(trail.verdict().fault().orElseThrow().line()).isEqualTo(last + 1);
  }

  @Test
  void aMissingFileAndAMissingBeginAreNamed() throws IOException {
    trail.rotateBytes = 8 << 10;
    trail.opened().run("CHG-7", 40).closed();
    List<Path> files = trail.files();
    byte[] second = Files.readAllBytes(files.get(1));
    Files.delete(files.get(1));
    AuditFault gap = trail.verdict().fault().orElseThrow();
    assertThat(gap.kind()).isEqualTo(Kind.REMOVED);
    assertThat(gap.file()).isEqualTo(files.get(2));
    Files.write(files.get(1), second);
    Files.delete(files.get(0));
    AuditFault begin = trail.verdict().fault().orElseThrow();
    assertThat(begin.kind()).isEqualTo(Kind.REMOVED);
    assertThat(begin.seq()).isEqualTo(1);

    AuditVerdict part =
        AuditVerification.ofFiles(files.subList(1, 3)).keys(TrailFixture.keys("first")).run();
    assertThat(part.fault()).isEmpty();
    assertThat(part.notes())
        .singleElement()
        .asString()
        .startsWith("a part of a trail: numbers 1 to");
  }

  @Test
  void oldKeysCheckOldSealsAndAKeyThatIsMissingIsNamed() throws IOException {
    trail.opened().run("CHG-7", 1).closed();
    trail.keys = TrailFixture.keys("second", "first");
    trail.opened().run("CHG-7", 1).closed();

    assertThat(trail.verdict().fault()).isEmpty();
    AuditVerdict verdict =
        AuditVerification.ofFolder(trail.folder).keys(TrailFixture.keys("second")).run();
    assertThat(verdict.fault().orElseThrow().kind()).isEqualTo(Kind.UNKNOWN_KEY);
    assertThat(verdict.fault().orElseThrow().message()).contains("\"first\"");
  }

  @Test
  void aTrailWithoutSealsIsChainedOnlyAndSaysSo() throws IOException {
    trail.keys = null;
    trail.opened().run("CHG-7", 1).closed();

    AuditVerdict chained = AuditVerification.ofFolder(trail.folder).run();
    assertThat(chained.fault()).isEmpty();
    assertThat(chained.notes()).containsExactly("seals were not checked: no key was given");
    AuditVerdict sealed =
        AuditVerification.ofFolder(trail.folder).keys(TrailFixture.keys("first")).run();
    assertThat(sealed.fault().orElseThrow().kind()).isEqualTo(Kind.UNSEALED);
  }

  @Test
  void gzippedFilesAreReadAsTheyAre() throws IOException {
    trail.rotateBytes = 8 << 10;
    trail.opened().run("CHG-7", 40).closed();
    AuditVerdict before = trail.verdict();
    Path first = trail.files().get(0);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(Path.of(first + ".gz")))) {
      Files.copy(first, out);
    }
    Files.delete(first);

    assertThat(trail.verdict()).isEqualTo(before);
    assertThat(AuditSearch.inFolder(trail.folder, "CHG-7")).hasSize(80);
  }

  @Test
  void theProgressIsToldAndTheVerdictIsJson() throws IOException {
    trail.rotateBytes = 1 << 30;
    trail.opened().run("CHG-7", 3_000).closed();
    List<Long> told = new ArrayList<>();
    AuditVerification verification = AuditVerification.ofFolder(trail.folder);
    AuditVerdict verdict = verification.progress(told::add).run();

    assertThat(told).isSorted().hasSizeGreaterThan(1);
    assertThat(verdict.bytes()).isEqualTo(verification.bytes());
    assertThat(verdict.toJson()).startsWith("{\"sound\":true,\"files\":1,\"lines\":");
  }

  @Test
  void whatIsNoTrailIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditVerification.ofFolder(root))
        .withMessageStartingWith("folder: " + root);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditVerification.ofFiles(List.of(root.resolve("app.log"))))
        .withMessageStartingWith("file: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditVerification.ofFiles(List.of()))
        .withMessage("files: none (expected: at least one)");
  }
}
