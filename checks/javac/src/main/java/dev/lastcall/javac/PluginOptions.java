package dev.lastcall.javac;

import dev.lastcall.source.FailOn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands behind {@code -Xplugin:Lastcall}. Immutable.
 *
 * @param failOn from which severity on a finding is an error of the compiler
 * @param disabled ids and names of rules that are left out
 * @param facts files with more facts about other people's methods
 * @param rules files with rules of the user's own
 */
record PluginOptions(FailOn failOn, Set<String> disabled, List<Path> facts, List<Path> rules) {
  private static final String EXPECTED =
      "fail-on=error|warning|never, disable=RULE,RULE, facts=FILE or rules=FILE";

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if one is unknown
   */
  static PluginOptions of(String... arguments) {
    FailOn failOn = FailOn.ERROR;
    Set<String> disabled = new TreeSet<>();
    List<Path> facts = new ArrayList<>();
    List<Path> rules = new ArrayList<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value = argument.substring(equals + 1);
      switch (name) {
        case "fail-on" -> failOn = failOn(value);
        case "disable" -> disabled.addAll(List.of(value.split(",")));
        case "facts" -> facts.add(Path.of(value));
        case "rules" -> rules.add(Path.of(value));
        default ->
            throw new IllegalArgumentException(
                "-Xplugin:Lastcall: " + argument + " (expected: " + EXPECTED + ")");
      }
    }
    return new PluginOptions(failOn, Set.copyOf(disabled), List.copyOf(facts), List.copyOf(rules));
  }

  private static FailOn failOn(String value) {
    for (FailOn each : FailOn.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "fail-on: " + value + " (expected: error, warning or never)");
  }
}
