package dev.lastcall.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small journal, altered in every byte and cut at every length. */
final class DamageTest {
  private static final int RECORDS = 8;
  private static final int SEGMENT = 64 * 1024;

  @TempDir Path folder;

  private Path segment;
  private byte[] sound;
  private int end;
  private final List<String> written = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    try (Journal journal =
        Journal.in(folder, "test/1").segmentBytes(SEGMENT).capacityBytes(3L * SEGMENT).open()) {
      for (int i = 1; i <= RECORDS; i++) {
        String text = "record " + i + " " + "x".repeat(i * 9);
        written.add(text);
        journal.append(i, text.getBytes(UTF_8));
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> segments =
          files.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
      segment = segments.get(0);
      for (Path prepared : segments.subList(1, segments.size())) {
        Files.delete(prepared);
      }
    }
    sound = Files.readAllBytes(segment);
    int last = sound.length;
    while (sound[last - 1] == 0) {
      last--;
    }
    end = last;
  }

  /** What a reader gives of the altered file; nothing but an IOException at its opening. */
  private List<String> read(byte[] altered) throws IOException {
    Files.write(segment, altered);
    try {
      return Readings.texts(folder);
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  private boolean isFrame(int at) {
    return at >= JournalLayout.FRAMES;
  }

  @Test
  void noAlteredByteInventsARecordOrCostsMoreThanItsOwn() throws IOException {
    for (int at = 0; at < end; at++) {
      for (int mask : new int[] {0x01, 0x80, 0xFF, sound[at] & 0xFF}) {
        byte[] altered = Arrays.copyOf(sound, sound.length);
        altered[at] ^= (byte) mask;
        List<String> found = read(altered);
        String where = "byte " + at + " ^ " + mask;
        assertThat(written).as(where).containsAll(found);
        if (isFrame(at)) {
          assertThat(found).as(where).hasSizeGreaterThanOrEqualTo(RECORDS - 1);
        }
      }
    }
  }

  @Test
  void damageInTheMiddleIsReportedWithItsPlaceAndTheRecordsBehindItAreRead() throws IOException {
    int at = JournalLayout.FRAMES + JournalLayout.PAYLOAD + 3;
    byte[] altered = Arrays.copyOf(sound, sound.length);
    altered[at] ^= 1;

    assertThat(read(altered)).containsExactlyElementsOf(written.subList(1, RECORDS));
    assertThat(Readings.gaps(folder))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(JournalGap.Kind.DAMAGED);
              assertThat(gap.segment()).isEqualTo(segment);
              assertThat(gap.offset()).isEqualTo(JournalLayout.FRAMES);
              assertThat(gap.missing()).isEqualTo(1);
            });
  }

  @Test
  void aFileCutAtAnyLengthGivesTheRecordsBeforeTheCut() throws IOException {
    for (int length = 0; length <= end; length++) {
      List<String> found = read(Arrays.copyOf(sound, length));
      assertThat(found).as("cut at " + length).isEqualTo(written.subList(0, found.size()));
    }
    assertThat(read(Arrays.copyOf(sound, end))).isEqualTo(written);
  }

  @Test
  void aStretchOfZerosCostsTheRecordsInItAndNoOthers() throws IOException {
    for (int at = JournalLayout.FRAMES; at < end; at += JournalLayout.FRAME_ALIGNMENT) {
      byte[] altered = Arrays.copyOf(sound, sound.length);
      Arrays.fill(altered, at, at + JournalLayout.FRAME_ALIGNMENT, (byte) 0);
      List<String> found = read(altered);
      Set<String> missing = new HashSet<>(written);
      found.forEach(missing::remove);
      assertThat(missing).as("zeros at " + at).hasSize(1);
      assertThat(written).containsAll(found);
    }
  }

  @Test
  void theNextOwnerGoesOnBehindWhateverIsThere() throws IOException {
    for (int at = 0; at < end; at += 37) {
      byte[] altered = Arrays.copyOf(sound, sound.length);
      altered[at] ^= 0x55;
      Files.write(segment, altered);
      try (Journal journal =
          Journal.in(folder, "test/1").segmentBytes(SEGMENT).capacityBytes(8L * SEGMENT).open()) {
        if (journal.failure().isEmpty()) {
          long sequence = journal.append(99, "next".getBytes(UTF_8));
          assertThat(sequence).as("byte " + at).isGreaterThan(RECORDS - 1);
        }
      }
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".journal") && !file.equals(segment))
            .forEach(file -> file.toFile().delete());
      }
    }
  }
}
