package dev.lastcall.orders;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program of this module in a JVM of its own, on this JVM's Java and class path. */
final class ChildJava {
  private static final int LINES_SHOWN = 20;

  private ChildJava() {}

  /** Starts {@code mainClass}; what it prints goes to {@code output}. */
  static Process start(
      String mainClass,
      String logConfiguration,
      Path directory,
      List<String> arguments,
      Path output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx192m");
    command.add("-Dlogback.configurationFile=dev/lastcall/orders/" + logConfiguration);
    command.add("-Dorders.directory=" + directory.toAbsolutePath());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    File printed = output.toFile();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed).start();
  }

  /** The last lines that a program printed, for an error message. */
  static String lastLines(Path output) {
    try {
      List<String> lines = Files.readAllLines(output);
      return String.join(
          "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    } catch (IOException unreadable) {
      return output + ": " + unreadable;
    }
  }
}
