package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script at the root of the checkout, on what this build has made. */
final class LauncherIT {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  @Test
  void showsAReportFromAnyDirectory() throws IOException, InterruptedException {
    Ran ran =
        lastcall("report", ROOT.resolve("docs/examples/exit-report-stuck-db.json").toString());

    assertThat(ran.output()).startsWith("✘ 1 abandoned, 4 completed");
    assertThat(ran.exitCode()).isEqualTo(1);
  }

  @Test
  void knowsTheDemo() throws IOException, InterruptedException {
    Ran ran = lastcall("demo", "--help");

    assertThat(ran.output()).contains("Usage: lastcall demo", "--stuck", "--naive");
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void passesMisuseOn() throws IOException, InterruptedException {
    assertThat(lastcall("nonsense").exitCode()).isEqualTo(2);
  }

  private static Ran lastcall(String... arguments) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "needs bash, found no /usr/bin/env");
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("lastcall").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(ROOT.resolve("docs").toFile());
    builder.environment().put("LASTCALL_BUILD", "never");
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  private record Ran(int exitCode, String output) {}
}
