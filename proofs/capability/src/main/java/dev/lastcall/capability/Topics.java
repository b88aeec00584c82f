package dev.lastcall.capability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which kinds of mistake a rule of a tool speaks of: {@code topics.txt}.
 *
 * <p>Lines {@code topic NAME LC…} name the kinds, with how the ids of our rules for them begin;
 * lines {@code TOOL RULE TOPIC…} say what a tool's rule speaks of.
 */
final class Topics {
  private final Map<String, String> byOurRules = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, List<String>> byToolRule = new LinkedHashMap<>();

  private Topics() {}

  static Topics shipped() {
    InputStream stream =
        Objects.requireNonNull(Topics.class.getResourceAsStream("topics.txt"), "topics.txt");
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return of(reader.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Topics of(List<String> lines) {
    Topics topics = new Topics();
    for (String line : lines) {
      String text = line.replaceFirst("#.*$", "").strip();
      if (!text.isEmpty()) {
        topics.add(List.of(text.split("\\s+", -1)), line);
      }
    }
    return topics;
  }

  private void add(List<String> words, String line) {
    if (words.size() < 3) {
      throw new IllegalArgumentException("topics: " + line + " (expected: at least three words)");
    }
    List<String> rest = words.subList(2, words.size());
    if (words.get(0).equals("topic")) {
      names.add(words.get(1));
      rest.forEach(ids -> byOurRules.put(ids, words.get(1)));
      return;
    }
    for (String topic : rest) {
      if (!names.contains(topic)) {
        throw new IllegalArgumentException("topics: " + line + " (expected: one of " + names + ")");
      }
    }
    byToolRule.put(words.get(0) + " " + words.get(1), rest);
  }

  /** {@return the kinds of mistake, in their order} */
  List<String> names() {
    return List.copyOf(names);
  }

  /** {@return the kind of mistake that a rule of ours tells} */
  String of(String ourRule) {
    return byOurRules.entrySet().stream()
        .filter(entry -> ourRule.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "topics: nothing for " + ourRule + " (expected: a topic)"));
  }

  /** {@return what a tool's rule speaks of; nothing if it is about other things} */
  List<String> of(Tool tool, Report report) {
    return tool instanceof OurChecks
        ? List.of(of(report.rule()))
        : byToolRule.getOrDefault(tool.name() + " " + report.rule(), List.of());
  }
}
