package dev.lastcall.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that end by halt right after the flush. */
class Log4j2TargetIT {
  @TempDir private Path folder;

  @AfterEach
  void everyEventIsInTheFile() {
    assertThat(folder.resolve("app.log")).hasContent(Logs.lines(DyingService.EVENTS));
  }

  @Test
  void everyEventOfAnAsynchronousAppenderSurvivesTheHalt() {
    run(builder().arguments("healthy"));
  }

  @Test
  void everyEventOfAsynchronousLoggersSurvivesTheHalt() {
    run(
        builder()
            .options(
                "-Dlog4j2.contextSelector="
                    + "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector")
            .arguments("async-loggers"));
  }

  @Test
  void aThreadStuckInAWriteToStandardOutputCostsNoEventOfTheFile() {
    run(builder().arguments("stuck-console").unreadOutput());
  }

  private static void run(ChildJvmBuilder builder) {
    try (ChildJvm child = builder.start()) {
      assertThat(child.awaitEnding().exitCode()).isEqualTo(70);
    }
  }

  private ChildJvmBuilder builder() {
    return ChildJvmBuilder.of(DyingService.class, folder);
  }
}
