package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/reap} and the page tell people to write is understood by the command. */
final class ReapManifestTest {
  @TempDir Path temp;

  @Test
  void theCommandLinesOfTheManifestAreUnderstood() throws IOException {
    JsonNode pod =
        new YAMLMapper()
            .readTree(Files.readString(Path.of("../../deploy/reap/statefulset.yaml")))
            .at("/spec/template/spec");
    List<String> before =
        pod.at("/initContainers/0/args/0").asText().lines().filter(this::isReap).toList();
    List<String> behind = new ArrayList<>();
    pod.at("/initContainers/1/command").forEach(word -> behind.add(word.asText()));

    assertThat(before).hasSize(1);
    understood(before.get(0));
    assertThat(behind).contains("--watch");
    behind.remove("--watch"); // it would wait
    understood(String.join(" ", behind));
  }

  @Test
  void theCommandLinesOfThePageAreUnderstood() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("../../docs/durable-cleanups.md"))) {
      List<String> shown = lines.filter(this::isReap).toList();
      assertThat(shown).hasSize(3);
      shown.forEach(line -> understood(line.replaceAll("#.*", "").replace("--watch", "")));
    }
  }

  private boolean isReap(String line) {
    return line.startsWith("lastcall reap ");
  }

  /** It ends with 2 for the folder, which is not there, and not for an option. */
  private void understood(String line) {
    String[] words =
        Arrays.stream(line.replace("'", "").strip().split(" +"))
            .skip(1)
            .map(word -> word.endsWith("/*") || word.endsWith("uploads") ? here(word) : word)
            .toArray(String[]::new);
    ReapFolder command = new ReapFolder(temp);
    assertThat(command.run(words)).isEqualTo(2);
    assertThat(command.err())
        .isEqualTo("DIR: /var/lib/orders/durable (expected: a folder of durable cleanups)\n");
  }

  private String here(String word) {
    return word.endsWith("/*") ? temp + "/*" : temp.toString();
  }
}
