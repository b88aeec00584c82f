package dev.lastcall.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that end by halt right after the flush. */
class LogbackTargetIT {
  @TempDir private Path folder;

  @Test
  void everyEventSurvivesTheHalt() {
    try (ChildJvm child = builder().arguments("healthy").start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(70);
    }

    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(DyingService.EVENTS));
  }

  @Test
  void aThreadStuckInAWriteToStandardOutputCostsNoEventOfTheFile() {
    try (ChildJvm child = builder().arguments("stuck-console").unreadOutput().start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(70);
    }

    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(DyingService.EVENTS));
  }

  private ChildJvmBuilder builder() {
    return ChildJvmBuilder.of(DyingService.class, folder);
  }
}
