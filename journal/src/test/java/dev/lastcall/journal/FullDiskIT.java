package dev.lastcall.journal;

import static dev.lastcall.journal.Journals.SEGMENT;
import static dev.lastcall.journal.Journals.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lastcall.api.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system of 400 KiB; it takes root to mount one. */
class FullDiskIT {
  @TempDir private Path folder;
  private final List<Finding> told = new CopyOnWriteArrayList<>();
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.toString()),
        "needs to mount a tmpfs (root)");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  @Test
  void aDiskThatGetsFullIsOneFindingAndWhatIsKeptStays() throws IOException {
    try (Journal journal = builder(WhenFull.REFUSE).open()) {
      long last = 0;
      for (long next = 1; next != Journal.NOT_KEPT; next = journal.append(0, new byte[500])) {
        last = journal.lastSequence();
      }
      assertThat(last).isGreaterThan(300);
      assertThat(told).hasSize(1);
      assertThat(journal.failure()).hasValue(told.get(0));
      assertThat(told.get(0).message()).contains("No space left");
      assertThat(Journals.records(disk.resolve("j"))).hasSize((int) last);
    }
  }

  @Test
  void afterThatSegmentsThatAreReleasedAreUsedAgain() {
    try (Journal journal = builder(WhenFull.REFUSE).open()) {
      while (journal.append(0, new byte[500]) != Journal.NOT_KEPT) {
        assertThat(journal.lastSequence()).isLessThan(1_000);
      }
      long last = journal.lastSequence();
      journal.release(last);
      await().until(() -> journal.append(0, new byte[500]) == last + 1);
      assertThat(told).hasSize(1);
    }
  }

  @Test
  void theOldestIsDroppedForTheNewestOnAFullDiskToo() {
    try (Journal journal = builder(WhenFull.DROP_OLDEST).open()) {
      for (int i = 1; i <= 5_000; i++) {
        assertThat(journal.append(0, new byte[500])).isEqualTo(i);
      }
      assertThat(told).isEmpty();
    }
  }

  @Test
  void aReadOnlyDiskIsOneFinding() throws Exception {
    try (Journal journal = builder(WhenFull.REFUSE).open()) {
      journal.append(0, bytes("x"));
    }
    Path view = Files.createDirectory(folder.resolve("view"));
    assumeTrue(run("mount", "--bind", disk.toString(), view.toString()), "needs a bind mount");
    try {
      assumeTrue(run("mount", "-o", "remount,bind,ro", view.toString()), "needs a read-only mount");
      try (Journal journal = Journals.builder(view.resolve("j")).onFailure(told::add).open()) {
        assertThat(journal.append(0, bytes("y"))).isEqualTo(Journal.NOT_KEPT);
      }
      assertThat(told).hasSize(1);
      assertThat(told.get(0).message()).contains("Read-only");
      assertThat(Journals.records(view.resolve("j"))).hasSize(1);
    } finally {
      run("umount", "-l", view.toString());
    }
  }

  @Test
  void aDiskThatIsFullAtTheStartIsOneFinding() throws IOException {
    Files.write(disk.resolve("other"), new byte[380 << 10]);

    try (Journal journal = builder(WhenFull.REFUSE).open()) {
      assertThat(journal.append(0, bytes("x"))).isEqualTo(Journal.NOT_KEPT);
    }
    assertThat(told).hasSize(1);
    assertThat(Journals.files(disk.resolve("j"), ".spare")).isEmpty();
  }

  private Journal.Builder builder(WhenFull whenFull) {
    return Journal.in(disk.resolve("j"), "test/1")
        .segmentBytes(SEGMENT)
        .capacityBytes(20 * SEGMENT)
        .whenFull(whenFull)
        .onFailure(told::add);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
