package dev.lastcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lastcall.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is typed, in a JVM of its own. */
final class DemoCommandIT {
  private static final int LIMIT_SECONDS = 120;

  @TempDir Path directory;

  @Test
  void losesNothingAndSaysSoInTheLastLine() throws IOException, InterruptedException {
    int code =
        lastcall(
            "demo", "--json", "--rate", "200", "--load", "1s", "--directory", runs().toString());

    assertThat(code).as(errors()).isZero();
    List<String> lines = Files.readAllLines(output().toPath());
    JsonNode json = JsonMapper.builder().build().readTree(lines.get(lines.size() - 1));
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    assertThat(fields)
        .contains(
            "sent",
            "answered",
            "refused",
            "lost",
            "exitMillis",
            "graceMillis",
            "exitCode",
            "outcomes",
            "report");
    assertThat(json.get("lost").asInt()).isZero();
    assertThat(json.get("answered").asInt()).isPositive();
    assertThat(json.get("exitCode").asInt()).isZero();
    assertThat(json.get("exitMillis").asInt()).isLessThan(json.get("graceMillis").asInt());
    assertThat(json.get("outcomes").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("http", "holds", "outbox", "broker", "db", "log");
    assertThat(json.get("outcomes")).allMatch(word -> word.asText().equals("completed"));
    assertThat(Path.of(json.get("report").asText())).isRegularFile();
    assertThat(Path.of(json.get("page").asText())).isRegularFile();
    assertThat(errors()).contains("all 6 cleanups completed", "nothing lost");
  }

  @Test
  void losesNothingToSigkillAndSaysSoInTheLastLine() throws IOException, InterruptedException {
    int code =
        lastcall(
            "demo",
            "--kill",
            "--json",
            "--rate",
            "200",
            "--load",
            "1s",
            "--directory",
            runs().toString());

    assertThat(code).as(errors()).isZero();
    List<String> lines = Files.readAllLines(output().toPath());
    JsonNode json = JsonMapper.builder().build().readTree(lines.get(lines.size() - 1));
    assertThat(json.get("acknowledged").asInt()).isPositive();
    assertThat(json.get("acknowledgedLost").asInt()).isZero();
    assertThat(json.get("invented").asInt()).isZero();
    assertThat(json.get("durableOpen").asInt()).isZero();
    assertThat(json.get("logTailDelivered").asBoolean()).isTrue();
    assertThat(errors()).contains("killed without an exit", "nothing lost to kill -9");
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() throws IOException, InterruptedException {
    assertThat(lastcall("demo", "--stuck", "disk")).isEqualTo(2);
    assertThat(errors()).contains("stuck: disk (expected: one of [http, outbox, broker, db, log])");
    assertThat(lastcall("demo", "--kill", "--naive")).isEqualTo(2);
    assertThat(errors()).contains("kill: with another form or fault (expected: --kill alone)");
  }

  private int lastcall(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output())
            .redirectError(directory.resolve("err").toFile())
            .start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroy();
    }
  }

  private Path runs() {
    return directory.resolve("runs");
  }

  private File output() {
    return directory.resolve("out").toFile();
  }

  private String errors() throws IOException {
    return Files.readString(directory.resolve("err"));
  }
}
