package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.audit.AuditFault.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a small trail is found, and the first line that it was done to is named. */
final class TamperTest {
  @TempDir Path root;

  private Path file = Path.of("");
  private byte[] sound = new byte[0];
  private List<String> lines = List.of();
  private TrailFixture trail = new TrailFixture(Path.of(""));

  @BeforeEach
  void writeSmallTrail() throws IOException {
    trail = new TrailFixture(root);
    trail.opened().run("CHG-7 \"审计\"", 2).begin("CHG-8", "open-1").run("CHG-9", 1).closed();
    file = trail.files().get(0);
    sound = Files.readAllBytes(file);
    lines = Files.readAllLines(file);
    assertThat(trail.verdict().fault()).isEmpty();
    assertThat(trail.verdict().unsealed()).isZero();
  }

  @Test
  void everyChangeOfOneByteIsFoundInItsLine() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int line = 1;
    for (int at = 0; at < sound.length; at++) {
      byte one = (byte) (sound[at] ^ 1 << random.nextInt(8));
      byte other = sound[at] == '\n' ? (byte) ' ' : (byte) '\n';
      byte[] bytes = sound.clone();
      bytes[at] = at % 4 == 0 || sound[at] == '\n' ? other : one;
      AuditFault fault = faultOf(bytes, "seed " + seed + ", byte " + at + " to " + bytes[at]);
      assertThat(fault.line()).as("seed %s: %s for byte %s", seed, fault, at).isEqualTo(line);
      assertThat(fault.kind()).isEqualTo(Kind.ALTERED);
      line += sound[at] == '\n' ? 1 : 0;
    }
  }

  @Test
  void everyRemovedLineIsFoundWhereItWas() throws IOException {
    for (int index = 0; index < lines.size(); index++) {
      List<String> fewer = new ArrayList<>(lines);
      fewer.remove(index);
      AuditFault fault = faultOf(fewer);
      boolean isLast = index == lines.size() - 1;
      assertThat(fault.kind()).isEqualTo(isLast ? Kind.TRUNCATED : Kind.REMOVED);
      assertThat(fault.seq()).isEqualTo(index + 1);
      assertThat(fault.line()).isEqualTo(index + 1);
    }
  }

  @Test
  void everyLineThatIsPutInAgainIsFound() throws IOException {
    for (int from = 0; from < lines.size(); from++) {
      for (int to = 0; to <= lines.size(); to++) {
        List<String> more = new ArrayList<>(lines);
        more.add(to, lines.get(from));
        AuditFault fault = faultOf(more);
        boolean isBesideItself = from == to || from + 1 == to;
        long first = isBesideItself ? fault.line() : to + 1;
        assertThat(fault.line()).as("%s to %s: %s", from, to, fault).isEqualTo(first);
        assertThat(fault.line()).isBetween((long) to, to + 2L);
        assertThat(fault.kind()).isIn(Kind.INSERTED, Kind.REORDERED);
      }
    }
  }

  @Test
  void everySwapOfTwoLinesIsFoundAtTheFirst() throws IOException {
    for (int first = 0; first < lines.size(); first++) {
      for (int second = first + 1; second < lines.size(); second++) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, first, second);
        AuditFault fault = faultOf(swapped);
        assertThat(fault.line()).as("%s and %s: %s", first, second, fault).isEqualTo(first + 1);
        assertThat(fault.kind()).isEqualTo(Kind.REORDERED);
      }
    }
  }

  @Test
  void everyCutIsFoundByTheAnchorAndShowsAtTheEndWithoutIt() throws IOException {
    int whole = 0;
    for (int length = 0; length < sound.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(sound, length);
      whole += length > 0 && cut[length - 1] == '\n' ? 1 : 0;
      AuditFault fault = faultOf(cut, "cut at " + length);
      assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED);
      assertThat(fault.seq()).as("%s", fault).isEqualTo(whole + 1);
      AuditVerdict without = AuditVerification.ofFolder(trail.folder).run();
      boolean isBehindLine = length == 0 || cut[length - 1] == '\n';
      assertThat(without.unfinished()).isEqualTo(!isBehindLine);
    }
  }

  private AuditFault faultOf(List<String> changed) throws IOException {
    String text = String.join("\n", changed) + '\n';
    return faultOf(text.getBytes(StandardCharsets.UTF_8), "lines");
  }

  private AuditFault faultOf(byte[] changed, String what) throws IOException {
    Files.write(file, changed);
    return trail.verdict().fault().orElseThrow(() -> new AssertionError("not found: " + what));
  }
}
