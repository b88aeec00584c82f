package dev.lastcall.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {
  private Machine() {}

  /** Returns one line with machine, load, date and JDKs. */
  static String line(List<Jdk> jdks, Effort effort) {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return "%s; %s %s, %s, %d processors, load average %.1f at the begin; %s%s%n"
        .formatted(
            jdks.stream().map(Jdk::label).collect(Collectors.joining(" and ")),
            system.getName(),
            system.getArch(),
            processor(),
            system.getAvailableProcessors(),
            system.getSystemLoadAverage(),
            LocalDate.now(ZoneId.systemDefault()),
            effort == Effort.FULL ? "" : "; " + effort + ", so no figures");
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }
}
