package dev.lastcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A source tree of a test, and {@code lastcall lint} over it. */
final class LintTree {
  /** A hook that waits for ever, in line 4. */
  static final String FAULT =
      """
      class %s {
        void start(Thread worker) {
          Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try { worker.join(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }
          }));
        }
      }
      """;

  private final Path folder;
  private String out = "";
  private String err = "";

  LintTree(Path folder) {
    this.folder = folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Runs the command with these options over the folder {@code src}. */
  int lint(String... options) {
    List<String> all = new ArrayList<>(List.of(path("src").toString()));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  /** Runs the command as it stands. */
  int run(String... arguments) {
    return run(new Terminal(false, false, 100, StandardCharsets.UTF_8), arguments);
  }

  int run(Terminal terminal, String... arguments) {
    StringWriter toOut = new StringWriter();
    StringWriter toErr = new StringWriter();
    List<String> all = new ArrayList<>(List.of("lint"));
    all.addAll(List.of(arguments));
    int code =
        LastcallCommand.run(
            terminal,
            new PrintWriter(toOut, true),
            new PrintWriter(toErr, true),
            all.toArray(String[]::new));
    out = toOut.toString();
    err = toErr.toString();
    return code;
  }

  /** What the last run wrote to standard output. */
  String out() {
    return out;
  }

  /** What the last run wrote to standard error. */
  String err() {
    return err;
  }
}
