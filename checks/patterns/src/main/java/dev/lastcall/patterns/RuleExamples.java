package dev.lastcall.patterns;

import dev.lastcall.source.Checking;
import dev.lastcall.source.Compilation;
import dev.lastcall.source.Facts;
import dev.lastcall.source.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Tries the rules of a file on their own examples: each {@code bad} one must be found, each {@code
 * good} one must not.
 */
public final class RuleExamples {
  private final Facts facts;
  private final Path file;
  private final List<Failure> failures = new ArrayList<>();

  private RuleExamples(Facts facts, Path file) {
    this.facts = facts;
    this.file = file;
  }

  /**
   * An example that does not show what it should.
   *
   * @param entry the rule
   * @param line where in the rule file, from 1
   * @param message what is wrong there
   */
  public record Failure(RuleFile.Entry entry, int line, String message) {}

  /** What one example brought: findings, and the first thing that is not Java in it. */
  private record Read(
      List<Finding> findings, Optional<Diagnostic<? extends JavaFileObject>> error) {}

  /**
   * Tries every example.
   *
   * @param rules the rules
   * @param facts what is known about other people's methods
   * @return the examples that fail, in the order of the rules
   * @throws IOException if there is no room for temporary files
   */
  public static List<Failure> failures(RuleFile rules, Facts facts) throws IOException {
    Path folder = Files.createTempDirectory("lastcall-examples");
    Path file = folder.resolve("Example.java");
    try {
      RuleExamples examples = new RuleExamples(facts, file);
      for (RuleFile.Entry entry : rules.entries()) {
        examples.tryOut(entry);
      }
      return examples.failures;
    } finally {
      remove(file);
      remove(folder);
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException stays) {
      // A temporary file that stays changes no result.
    }
  }

  private void tryOut(RuleFile.Entry entry) throws IOException {
    for (RuleFile.Example bad : entry.bad()) {
      Read read = read(entry, bad);
      if (read.findings().isEmpty()) {
        fail(entry, bad, read, "nothing is found in this bad example");
      }
    }
    for (RuleFile.Example good : entry.good()) {
      Read read = read(entry, good);
      for (Finding finding : read.findings()) {
        int line = good.line() + finding.span().line() - 1;
        failures.add(
            new Failure(entry, line, "found in a good example: \"" + finding.message() + "\""));
      }
      if (read.findings().isEmpty() && read.error().isPresent()) {
        fail(entry, good, read, "this good example is not Java");
      }
    }
  }

  private void fail(RuleFile.Entry entry, RuleFile.Example example, Read read, String message) {
    if (read.error().isEmpty()) {
      failures.add(new Failure(entry, example.line(), message));
      return;
    }
    Diagnostic<?> error = read.error().get();
    int line = example.line() + (int) Math.max(1, error.getLineNumber()) - 1;
    String words = error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    failures.add(new Failure(entry, line, message + "; the compiler says: " + words));
  }

  private Read read(RuleFile.Entry entry, RuleFile.Example example) throws IOException {
    Files.writeString(file, example.code());
    Checking checking = Checking.with(List.of(entry.check()));
    List<Finding> findings = new ArrayList<>();
    Compilation.with(List.of(), OptionalInt.empty(), StandardCharsets.UTF_8)
        .read(List.of(file), facts, unit -> findings.addAll(checking.check(unit)));
    // Names of libraries that are not there are no mistake of an example; broken Java is.
    return new Read(findings, JavaText.read(List.of(example.code())).get(0).problem());
  }
}
