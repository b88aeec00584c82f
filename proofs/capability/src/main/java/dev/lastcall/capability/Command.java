package dev.lastcall.capability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a tool as a process of its own. */
final class Command {
  /** What Error Prone and the Checker Framework want to see of javac. */
  private static final List<String> JAVAC_PACKAGES =
      List.of(
          "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

  private Command() {}

  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** {@return options for javac that open it to its plugins} */
  static List<String> openJavac(String prefix) {
    List<String> options = new ArrayList<>();
    for (String part : JAVAC_PACKAGES) {
      String name = "jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED";
      options.add(prefix + "--add-exports=" + name);
      options.add(prefix + "--add-opens=" + name);
    }
    return options;
  }

  /**
   * Runs it.
   *
   * @param log takes what it prints
   * @return its exit code
   */
  static int run(List<String> command, Path log) throws IOException, InterruptedException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }
}
