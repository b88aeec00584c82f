package dev.lastcall.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of each target; {@code proofs/fuzz/fuzz} makes long ones. */
final class FuzzIT {
  private static final int SECONDS = 8;
  private static final int LIMIT_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void noAlterationOfASegmentMakesTheReaderInventThrowOrLoop()
      throws IOException, InterruptedException {
    assertNothingIsFound(JournalReaderFuzz.class);
  }

  @Test
  void noAlterationOfAnAuditTrailIsCalledSound() throws IOException, InterruptedException {
    assertNothingIsFound(AuditVerifierFuzz.class);
  }

  @Test
  void aFaultThatIsThereIsFound() throws IOException, InterruptedException {
    assertThat(fuzz(PlantedFaultFuzz.class)).isNotZero();
    assertThat(output()).contains("planted");
  }

  private void assertNothingIsFound(Class<?> target) throws IOException, InterruptedException {
    int code = fuzz(target);
    assertThat(code).as(output()).isZero();
    assertThat(output()).contains("DONE");
  }

  private int fuzz(Class<?> target) throws IOException, InterruptedException {
    int seed = ThreadLocalRandom.current().nextInt(1, 1_000_000);
    Process fuzzer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+EnableDynamicAgentLoading",
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.code_intelligence.jazzer.Jazzer",
                    "--target_class=" + target.getName(),
                    "--instrumentation_includes=dev.lastcall.**",
                    "--reproducer_path=" + folder,
                    "-artifact_prefix=" + folder + '/',
                    "-seed=" + seed,
                    "-max_total_time=" + SECONDS,
                    "-max_len=8192"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    try {
      assertThat(fuzzer.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("seed " + seed).isTrue();
      return fuzzer.exitValue();
    } finally {
      fuzzer.destroyForcibly();
    }
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("out"));
  }
}
