package dev.lastcall.capability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.tools.ToolProvider;

/**
 * A process that does one thing and writes down, when it ends, what that cost.
 *
 * <p>Arguments: the file to write to, {@code javac}, {@code attribute} or {@code lint}, and theirs.
 */
final class Measured {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Measured() {}

  /**
   * Does it.
   *
   * @param args see above
   * @throws Exception if it fails
   */
  public static void main(String[] args) throws Exception {
    Path figures = Path.of(args[0]);
    long begin = System.nanoTime();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> write(figures, Duration.ofNanos(System.nanoTime() - begin))));
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    switch (args[1]) {
      case "javac" -> javac(rest);
      case "attribute" -> Attribution.of(rest);
      case "lint" -> dev.lastcall.cli.Main.main(rest);
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static void javac(String... args) {
    int code =
        ToolProvider.getSystemJavaCompiler().run(InputStream.nullInputStream(), null, null, args);
    if (code != 0) {
      throw new IllegalStateException("javac: " + code + " (expected: 0)");
    }
  }

  private static void write(Path figures, Duration wall) {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    try {
      List<String> lines = new ArrayList<>();
      lines.add("cpu=" + cpu.toMillis());
      lines.add("wall=" + wall.toMillis());
      try (var status = Files.lines(STATUS)) {
        Optional<String> peak = status.filter(line -> line.startsWith("VmHWM:")).findFirst();
        lines.add("kilobytes=" + peak.orElse("0").replaceAll("\\D", ""));
      }
      Files.write(figures, lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * What a run cost.
   *
   * @param cpu milliseconds of processor time, user and system
   * @param wall milliseconds from begin to end
   * @param megabytes the most that was in memory
   */
  record Cost(long cpu, long wall, long megabytes) {
    static Cost read(Path figures) throws IOException {
      Properties properties = new Properties();
      try (var reader = Files.newBufferedReader(figures)) {
        properties.load(reader);
      }
      return new Cost(
          Long.parseLong(properties.getProperty("cpu")),
          Long.parseLong(properties.getProperty("wall")),
          Long.parseLong(properties.getProperty("kilobytes")) / 1024);
    }
  }
}
