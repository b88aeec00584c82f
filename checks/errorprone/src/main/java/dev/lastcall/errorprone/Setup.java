package dev.lastcall.errorprone;

import com.google.errorprone.ErrorProneFlags;
import dev.lastcall.patterns.RuleFile;
import dev.lastcall.rules.Rules;
import dev.lastcall.source.Check;
import dev.lastcall.source.Checking;
import dev.lastcall.source.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks and facts of a compilation: {@code -XepOpt:Lastcall:Rules=FILE,FILE} and {@code
 * -XepOpt:Lastcall:Facts=FILE} add to those that come with Lastcall. Immutable.
 *
 * @param options the two options, by which one setup is told from another
 * @param facts what is known about other people's methods
 * @param checking the checks
 */
record Setup(List<String> options, Facts facts, Checking checking) {
  private static volatile @Nullable Setup last;

  /** {@return what a compilation asks for; made once for all its files} */
  static Setup of(ErrorProneFlags flags) {
    List<String> options =
        List.of(flags.get("Lastcall:Rules").orElse(""), flags.get("Lastcall:Facts").orElse(""));
    Setup known = last;
    if (known != null && known.options().equals(options)) {
      return known;
    }
    List<Check> checks = new ArrayList<>(Rules.all());
    for (String file : options.get(0).split(",", -1)) {
      checks.addAll(RuleFile.parse(file, lines("Rules", file)).checks());
    }
    Setup made =
        new Setup(options, Rules.facts(lines("Facts", options.get(1))), Checking.with(checks));
    last = made;
    return made;
  }

  private static List<String> lines(String option, String file) {
    try {
      return file.isEmpty() ? List.of() : Files.readAllLines(Path.of(file));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "-XepOpt:Lastcall:" + option + ": " + file + " (expected: a file that can be read)",
          unreadable);
    }
  }
}
