package dev.lastcall.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lastcall.api.ExitReport;
import dev.lastcall.report.ReportJson;
import dev.lastcall.report.ReportText;
import dev.lastcall.report.TerminationMessage;
import dev.lastcall.report.Unfinished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that a full disk cut off, an editor spoiled or another program wrote. */
final class DamagedReportTest {
  private static final int TRIES = 400;
  private static final String BYTES = "0129-.eE\"{}[],:nt\u0000\u007f";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0.5",
          "9e18",
          "9e99",
          "-9e-99",
          "1e999999",
          "\"\"",
          "[]",
          "{}",
          "[[]]",
          "\"\\u0000\\u001b[2J\"",
          "4294967296",
          "\"completed\"");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void spoiledBytesAreRefusedOrShownButNeverAnythingElse(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = ReportJson.text(PageReports.mixed()).getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      int cut = random.nextInt(8) == 0 ? random.nextInt(whole.length) : 0;
      byte[] damaged = Arrays.copyOf(whole, whole.length - cut);
      for (int hits = random.nextInt(4); hits > 0; hits--) {
        byte struck = (byte) BYTES.charAt(random.nextInt(BYTES.length()));
        damaged[random.nextInt(damaged.length)] = struck;
      }
      refused += isRefused(damaged, seed, i) ? 1 : 0;
    }
    assertThat(refused).as("seed %s", seed).isBetween(1, TRIES - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void otherValuesAreRefusedOrShownButNeverAnythingElse(long seed) throws IOException {
    Random random = new Random(seed);
    String whole = ReportJson.text(PageReports.mixed());
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      JsonNode report = JSON.readTree(whole);
      replaceOne(report, JSON.readTree(VALUES.get(random.nextInt(VALUES.size()))), random);
      refused += isRefused(JSON.writeValueAsBytes(report), seed, i) ? 1 : 0;
    }
    assertThat(refused).as("seed %s", seed).isBetween(1, TRIES - 1);
  }

  private boolean isRefused(byte[] bytes, long seed, int round) throws IOException {
    Path file = Files.write(directory.resolve("damaged.json"), bytes);
    ExitReport read;
    try {
      read = ReportReader.read(file);
    } catch (UnreadableReportException refusal) {
      assertThat(refusal).hasMessageStartingWith("file: " + file + " (expected: ");
      return true;
    }
    assertThat(ReportText.render(read, 80, false)).as("seed %s, %s", seed, round).isNotEmpty();
    assertThat(TerminationMessage.of(read)).as("seed %s, %s", seed, round).isNotEmpty();
    assertThat(PageData.of(read, Unfinished.NOTHING)).as("seed %s, %s", seed, round).isNotEmpty();
    return false;
  }

  private static void replaceOne(JsonNode root, JsonNode value, Random random) {
    List<ContainerNode<?>> containers = new ArrayList<>();
    collect(root, containers);
    ContainerNode<?> struck = containers.get(random.nextInt(containers.size()));
    int at = random.nextInt(struck.size());
    if (struck instanceof ArrayNode list) {
      list.set(at, value);
    } else if (struck instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      object.set(names.get(at), value);
    }
  }

  private static void collect(JsonNode node, List<ContainerNode<?>> found) {
    if (node instanceof ContainerNode<?> container && !container.isEmpty()) {
      found.add(container);
      container.forEach(child -> collect(child, found));
    }
  }
}
