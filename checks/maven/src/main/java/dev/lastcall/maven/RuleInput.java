package dev.lastcall.maven;

import dev.lastcall.patterns.RuleFile;
import dev.lastcall.rules.Rules;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules and facts that come with Lastcall, and those that a project adds. */
final class RuleInput {
  private RuleInput() {}

  static List<Check> checks(List<File> files) {
    List<Check> checks = new ArrayList<>(Rules.all());
    for (File file : files) {
      checks.addAll(RuleFile.parse(file.toString(), lines("rules", file)).checks());
    }
    return checks;
  }

  static Facts facts(@Nullable File file) {
    return file == null ? Rules.facts() : Rules.facts(lines("facts", file));
  }

  private static List<String> lines(String parameter, File file) {
    try {
      return Files.readAllLines(file.toPath());
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          parameter + ": " + file + " (expected: a text file in UTF-8 that can be read)",
          unreadable);
    }
  }
}
