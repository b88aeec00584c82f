package dev.lastcall.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.lint.Lint;
import dev.lastcall.lint.LintResult;
import dev.lastcall.lint.LintSettings;
import dev.lastcall.rules.Rules;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our own code passes our own checks: the main sources of every room, with the class path that this
 * room has because it depends on all of them. A finding of any severity fails the build.
 *
 * <p>Left out is the museum, whose exhibits are faults on purpose.
 */
final class OwnCodeTest {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  @Test
  void nothingIsFoundInOurOwnCode() throws IOException {
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    LintSettings settings =
        new LintSettings(
            sources(),
            ROOT,
            classPath,
            OptionalInt.empty(),
            StandardCharsets.UTF_8,
            Rules.all(),
            Rules.facts());

    LintResult result = Lint.run(settings, (checked, of, at) -> {});

    assertThat(result.files()).isGreaterThan(350);
    assertThat(result.findings())
        .map(
            each ->
                LintResult.relative(ROOT, each.file())
                    + ":"
                    + each.finding().span().line()
                    + " "
                    + each.finding().rule().id()
                    + " "
                    + each.finding().message())
        .isEmpty();
    assertThat(result.notices())
        .as("but for the inside of javac, which checks/errorprone stands on")
        .allMatch(notice -> notice.message().contains("com.sun.tools.javac."));
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> folders = Files.walk(ROOT, 5)) {
      return folders
          .filter(folder -> folder.endsWith(Path.of("src", "main", "java")))
          .filter(folder -> !folder.toString().contains("target"))
          .filter(folder -> !folder.toString().contains("museum"))
          .sorted()
          .toList();
    }
  }
}
