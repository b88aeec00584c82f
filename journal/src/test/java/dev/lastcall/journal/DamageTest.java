package dev.lastcall.journal;

import static dev.lastcall.journal.Journals.bytes;
import static dev.lastcall.journal.Journals.entries;
import static dev.lastcall.journal.Journals.gapsOf;
import static dev.lastcall.journal.Journals.names;
import static dev.lastcall.journal.Journals.recordsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.journal.JournalGap.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every byte of a small journal altered, and every length that it can be cut to. */
class DamageTest {
  private static final int RECORDS = 9;

  @TempDir private Path folder;
  private Path first;
  private Path second;
  private List<String> whole;

  /** Two openings, so there are two segments; the first one is cut to what is used. */
  @BeforeEach
  void writeTwoSegments() throws IOException {
    for (int opening = 0; opening < 3; opening++) {
      try (Journal journal = Journals.open(folder)) {
        for (int i = 1; i <= RECORDS && opening < 2; i++) {
          journal.append(opening * 100 + i, bytes("payload ".repeat(i * 3)));
        }
      }
    }
    List<Path> segments = Journals.files(folder, ".journal");
    first = segments.get(0);
    second = segments.get(1);
    whole = names(Journals.records(folder));
    assertThat(whole).hasSize(2 * RECORDS);
    assertThat(Files.size(first)).isEqualTo(8192);
  }

  @Test
  void everyByteFlipped() throws IOException {
    alterEveryByte(first, 0, value -> value ^ 0xFF);
    alterEveryByte(second, RECORDS, value -> value ^ 0xFF);
  }

  @Test
  void everyByteFlippedInOneBit() throws IOException {
    alterEveryByte(first, 0, value -> value ^ 0x10);
  }

  @Test
  void everyByteZeroed() throws IOException {
    alterEveryByte(first, 0, value -> 0);
    alterEveryByte(second, RECORDS, value -> 0);
  }

  private void alterEveryByte(Path file, int recordsBefore, IntUnaryOperator change)
      throws IOException {
    byte[] sound = Files.readAllBytes(file);
    int[] frames = frames(sound);
    for (int at = 0; at < frames[RECORDS]; at++) {
      byte[] altered = sound.clone();
      altered[at] = (byte) change.applyAsInt(sound[at]);
      if (altered[at] != sound[at]) {
        Files.write(file, altered);
        check(file, at, lost(sound, frames, at) + recordsBefore, recordsBefore);
      }
    }
    Files.write(file, sound);
  }

  /** The place of the record that has a byte, -1 if it belongs to none. */
  private static int lost(byte[] file, int[] frames, int at) {
    for (int i = 0; i < RECORDS; i++) {
      int length = (file[frames[i]] & 0xFF) | (file[frames[i] + 1] & 0xFF) << 8;
      boolean isFiller = at >= frames[i] + 12 && at < frames[i] + 16;
      if (at >= frames[i] && at < frames[i] + length && !isFiller) {
        return i;
      }
    }
    return -1_000;
  }

  private void check(Path file, int at, int lost, int recordsBefore) throws IOException {
    List<JournalEntry> entries = entries(folder);
    List<String> expected = new java.util.ArrayList<>(whole);
    if (lost >= recordsBefore) {
      expected.remove(lost);
      List<JournalGap> gaps = gapsOf(entries);
      assertThat(gaps).as("gaps with byte %d altered", at).hasSize(1);
      assertThat(gaps.get(0).segment()).isEqualTo(file);
      assertThat(gaps.get(0).missing()).isEqualTo(1);
      assertThat(gaps.get(0).offset()).isBetween(at - 300L, (long) at);
    } else if (at < JournalLayout.HEADER_BYTES) {
      assertThat(gapsOf(entries)).extracting(JournalGap::kind).containsExactly(Kind.DAMAGED);
    }
    assertThat(names(recordsOf(entries))).as("byte %d altered", at).isEqualTo(expected);
  }

  /** Where the frames begin, and where the last one ends. */
  private static int[] frames(byte[] file) {
    int[] frames = new int[RECORDS + 1];
    frames[0] = JournalLayout.FRAMES;
    for (int i = 0; i < RECORDS; i++) {
      int length = (file[frames[i]] & 0xFF) | (file[frames[i] + 1] & 0xFF) << 8;
      frames[i + 1] = frames[i] + JournalLayout.frameBytes(length);
    }
    return frames;
  }

  @Test
  void cutAtEveryLength() throws IOException {
    byte[] sound = Files.readAllBytes(first);
    int[] frames = frames(sound);
    for (int length = sound.length - 1; length >= 0; length--) {
      Files.write(first, Arrays.copyOf(sound, length));

      List<JournalEntry> entries = entries(folder);

      int last = length;
      int kept = (int) Arrays.stream(frames, 1, frames.length).filter(end -> end <= last).count();
      List<String> records = names(recordsOf(entries));
      assertThat(records.subList(records.size() - RECORDS, records.size()))
          .as("the second segment, the first cut to %d", length)
          .isEqualTo(whole.subList(RECORDS, whole.size()));
      assertThat(records.size() - RECORDS).as("kept of %d", length).isIn(kept, kept + 1);
      assertThat(records).isSubsetOf(whole);
      if (records.size() < whole.size()) {
        assertThat(gapsOf(entries)).extracting(JournalGap::kind).containsOnly(Kind.DAMAGED);
      }
    }
  }

  @Test
  void aNewOwnerRepeatsNoSequenceWhateverIsDamaged() throws IOException {
    byte[] sound = Files.readAllBytes(second);
    int[] frames = frames(sound);
    for (int at = 0; at < frames[RECORDS]; at = at == 512 ? 1024 : at == 1296 ? 4096 : at + 1) {
      byte[] altered = sound.clone();
      altered[at] ^= (byte) 0xFF;
      for (Path file : Journals.files(folder, "")) {
        if (!file.equals(first)) {
          Files.delete(file);
        }
      }
      Files.write(second, altered);
      try (Journal journal = Journals.open(folder)) {
        assertThat(journal.append(0, bytes("new")))
            .as("with byte %d altered", at)
            .isGreaterThan(2 * RECORDS);
      }
      assertThat(names(recordsOf(entries(folder)))).hasSizeBetween(RECORDS + 1, 2 * RECORDS + 1);
    }
  }
}
