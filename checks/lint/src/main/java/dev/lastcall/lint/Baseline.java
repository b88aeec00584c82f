package dev.lastcall.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The findings that an old code base starts with, so that only new ones count. Immutable.
 *
 * <p>A file with one line of JSON a finding, which a person can read and a version control system
 * can merge. Findings are known by rule, file and the words of their line; code that moves within
 * its file stays known.
 */
public final class Baseline {
  private static final String FORMAT = "lastcall-baseline-1";

  private final Set<String> fingerprints;

  private Baseline(Set<String> fingerprints) {
    this.fingerprints = Set.copyOf(fingerprints);
  }

  /**
   * Reads a baseline.
   *
   * @throws IllegalArgumentException if the file is not a baseline
   * @throws IOException if it cannot be read
   */
  public static Baseline read(Path file) throws IOException {
    Set<String> fingerprints = new HashSet<>();
    try {
      JsonNode all = Json.read(Files.readString(file));
      if (!all.path("format").asText().equals(FORMAT)) {
        throw refusal(file);
      }
      all.path("findings").forEach(each -> fingerprints.add(each.path("fingerprint").asText()));
    } catch (JsonProcessingException | CharacterCodingException notJson) {
      throw refusal(file);
    }
    return new Baseline(fingerprints);
  }

  /**
   * Writes the findings of a result as a baseline.
   *
   * @throws IOException if that fails
   */
  public static void write(LintResult result, Path file) throws IOException {
    ObjectNode all = Json.object();
    all.put("format", FORMAT);
    ArrayNode findings = all.putArray("findings");
    for (LintFinding each : result.findings()) {
      findings
          .addObject()
          .put("fingerprint", each.fingerprint())
          .put("rule", each.finding().rule().id())
          .put("file", LintResult.relative(result.base(), each.file()))
          .put("source", each.line().strip());
    }
    Files.writeString(file, Json.text(all));
  }

  /** {@return a result without what the baseline knows} */
  public LintResult apply(LintResult result) {
    return result.without(fingerprints);
  }

  /** {@return how many of these no longer occur in a result} */
  public long gone(LintResult result) {
    Set<String> left = new HashSet<>(fingerprints);
    result.findings().forEach(each -> left.remove(each.fingerprint()));
    return left.size();
  }

  private static IllegalArgumentException refusal(Path file) {
    return new IllegalArgumentException(
        "baseline: " + file + " (expected: a file that --write-baseline has written)");
  }
}
