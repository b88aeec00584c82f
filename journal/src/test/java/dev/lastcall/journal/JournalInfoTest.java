package dev.lastcall.journal;

import static dev.lastcall.journal.Journals.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder says at a glance. */
class JournalInfoTest {
  @TempDir private Path folder;

  @Test
  void ofALiveJournal() throws IOException {
    try (Journal journal = Journals.open(folder)) {
      journal.append(1, bytes("one"));
      journal.append(1, bytes("two"));
      journal.mark("to/Zürich").set(2, 7);

      JournalInfo info = JournalInfo.of(folder);

      assertThat(info.content()).isEqualTo("test/1");
      assertThat(info.liveOwner().map(JournalOwner::pid)).hasValue(ProcessHandle.current().pid());
      assertThat(info.firstSequence()).isEqualTo(1);
      assertThat(info.lastSequence()).isEqualTo(2);
      assertThat(info.marks()).containsExactly(new JournalInfo.Mark("to/Zürich", 2, 7));
      assertThat(info.segments().get(0).records()).isEqualTo(2);
      assertThat(info.segments().get(0).closed()).isFalse();
      assertThat(info.bytes()).isGreaterThan(Journals.SEGMENT);
    }
  }

  @Test
  void ofAJournalThatWasClosed() throws IOException {
    try (Journal journal = Journals.open(folder)) {
      journal.append(1, bytes("one"));
    }

    JournalInfo info = JournalInfo.of(folder);

    assertThat(info.liveOwner()).isEmpty();
    assertThat(info.segments().get(0).closed()).isTrue();
    assertThat(info.lastSequence()).isEqualTo(1);
  }

  @Test
  void ofAFolderThatHoldsNone() throws IOException {
    Files.createFile(folder.resolve("other"));

    assertThatThrownBy(() -> JournalInfo.of(folder)).hasMessageContaining("no journal");
  }
}
