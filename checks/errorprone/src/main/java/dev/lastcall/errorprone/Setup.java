package dev.lastcall.errorprone;

import com.google.errorprone.ErrorProneFlags;
import dev.lastcall.rules.OwnRules;
import dev.lastcall.source.Checking;
import dev.lastcall.source.Facts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
    Setup made =
        new Setup(
            options,
            OwnRules.facts("-XepOpt:Lastcall:Facts", files(options.get(1))),
            Checking.with(
                OwnRules.besideShipped(
                    OwnRules.read("-XepOpt:Lastcall:Rules", files(options.get(0))))));
    last = made;
    return made;
  }

  private static List<Path> files(String option) {
    return Stream.of(option.split(",", -1)).filter(file -> !file.isEmpty()).map(Path::of).toList();
  }
}
