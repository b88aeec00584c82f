package dev.lastcall.lint;

import dev.lastcall.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** A source tree of a test, and a run over it. */
record Tree(Path folder) {
  /** A hook that waits for ever. */
  static final String FAULT =
      """
      class %s {
        void start(Thread worker) {
          Runtime.getRuntime()
              .addShutdownHook(
                  new Thread(
                      () -> {
                        try {
                          worker.join();
                        } catch (InterruptedException e) {
                          Thread.currentThread().interrupt();
                        }
                      }));
        }
      }
      """;

  static final String FINE = "class %s {\n  int x;\n}\n";

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  LintResult lint() throws IOException {
    return lint(folder);
  }

  LintResult lint(Path... paths) throws IOException {
    LintSettings settings =
        new LintSettings(
            List.of(paths),
            folder,
            List.of(),
            OptionalInt.empty(),
            StandardCharsets.UTF_8,
            Rules.all(),
            Rules.facts());
    return Lint.run(settings, (checked, of, at) -> {});
  }

  /** The rules that are broken, in the order of files and lines. */
  static List<String> rules(LintResult result) {
    return result.findings().stream().map(each -> each.finding().rule().id()).toList();
  }
}
