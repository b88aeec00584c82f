package dev.lastcall.flush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that end by halt, right after the flush, while their main thread is stuck. */
class LastGaspIT {
  @TempDir private Path folder;

  @Test
  void theArmedGaspSavesEverythingWhileMainIsStuck() throws IOException {
    Ending ending = run("nothing-else", "deadline");

    assertThat(ending.exitCode()).isEqualTo(DyingProcess.EXIT_CODE);
    assertEverythingIsSaved();
    assertThat(ending.output()).anyMatch(line -> line.startsWith("audit Completed"));
  }

  @Test
  void aSecondSignalSavesEverythingAtOnce() throws IOException {
    Ending ending = run("nothing-else", "second-signal");

    assertThat(ending.exitCode()).isEqualTo(DyingProcess.EXIT_CODE);
    assertEverythingIsSaved();
  }

  @Test
  void aTargetBehindALockOfAStuckThreadCostsTheOthersNothing() throws IOException {
    Ending ending = run("hanging-target", "deadline");

    assertThat(ending.exitCode()).isEqualTo(DyingProcess.EXIT_CODE);
    assertEverythingIsSaved();
    assertThat(ending.output())
        .anyMatch(line -> line.startsWith("hangs Abandoned") && line.contains("app-stuck"));
  }

  @Test
  void aFullHeapDoesNotStopTheFlush() throws IOException {
    Ending ending = run("full-heap", "deadline", "-Xmx64m");

    assertThat(ending.exitCode()).isEqualTo(DyingProcess.EXIT_CODE);
    assertThat(folder.resolve("audit.log")).hasContent(records());
  }

  @Test
  void noClassOfOursIsLoadedAfterTheTrigger() throws IOException {
    Path log = folder.resolve("classes.log");

    Ending ending = run("hanging-target", "second-signal", "-Xlog:class+load:file=" + log);

    assertThat(ending.exitCode()).isEqualTo(DyingProcess.EXIT_CODE);
    List<String> classes = Files.readAllLines(log);
    int trigger = indexOf(classes, "DyingProcess$Marker");
    assertThat(trigger).isPositive();
    assertThat(classes.subList(trigger + 1, classes.size()))
        .filteredOn(line -> line.contains(" dev.lastcall."))
        .isEmpty();
  }

  private Ending run(String wrong, String trigger, String... options) {
    try (ChildJvm child =
        ChildJvmBuilder.of(DyingProcess.class, folder)
            .options(options)
            .arguments(wrong, trigger)
            .start()) {
      return child.awaitEnding();
    }
  }

  private void assertEverythingIsSaved() throws IOException {
    assertThat(folder.resolve("audit.log")).hasContent(records());
    assertThat(folder.resolve("metrics.prom")).hasContent("exits_total 1\n");
  }

  private static String records() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < DyingProcess.RECORDS; i++) {
      text.append("record ").append(i).append('\n');
    }
    return text.toString();
  }

  private static int indexOf(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    return -1;
  }
}
