package dev.lastcall.rules;

import dev.lastcall.patterns.RuleFile;
import dev.lastcall.source.Check;
import dev.lastcall.source.Facts;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What users add to the rules and facts that come with Lastcall: files, which every way to run the
 * checks reads alike. What cannot be used is refused by the option that names it.
 */
public final class OwnRules {
  private OwnRules() {}

  /**
   * Reads files of rules.
   *
   * @param option what names them, for messages
   * @param files any number
   * @return them, in that order
   * @throws IllegalArgumentException if one cannot be read, is wrong, or has a rule with the id of
   *     another rule
   */
  public static List<RuleFile> read(String option, List<Path> files) {
    List<RuleFile> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Rules.all().forEach(check -> ids.add(check.rule().id()));
    for (Path file : files) {
      RuleFile own = RuleFile.parse(file.toString(), lines(option, file));
      for (Check check : own.checks()) {
        if (!ids.add(check.rule().id())) {
          throw new IllegalArgumentException(
              file + ": rule " + check.rule().id() + " (expected: an id that no other rule has)");
        }
      }
      rules.add(own);
    }
    return rules;
  }

  /** {@return the checks that come with Lastcall, then those of files} */
  public static List<Check> besideShipped(List<RuleFile> own) {
    List<Check> checks = new ArrayList<>(Rules.all());
    own.forEach(file -> checks.addAll(file.checks()));
    return checks;
  }

  /**
   * Returns the facts that come with Lastcall, and those of files, which win.
   *
   * @param option what names the files, for messages
   * @param files any number
   * @throws IllegalArgumentException if one cannot be read, or has a line that is not a fact
   */
  public static Facts facts(String option, List<Path> files) {
    List<String> more = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = lines(option, file);
      try {
        Facts.of(lines);
      } catch (IllegalArgumentException noFact) {
        throw new IllegalArgumentException(file + ": " + noFact.getMessage(), noFact);
      }
      more.addAll(lines);
    }
    return Rules.facts(more);
  }

  private static List<String> lines(String option, Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException binary) {
      throw refusal(option, file, "text in UTF-8", binary);
    } catch (IOException unreadable) {
      throw refusal(option, file, "a file that can be read", unreadable);
    }
  }

  private static IllegalArgumentException refusal(
      String option, Path file, String expected, IOException cause) {
    return new IllegalArgumentException(
        option + ": " + file + " (expected: " + expected + ")", cause);
  }
}
