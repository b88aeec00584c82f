package dev.lastcall.flush;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much processor time the control group of this process allows in each period.
 *
 * <p>Once the quota is used up, every thread of the process stands still until the next period.
 * With half a core and four busy threads a one-millisecond sleep was measured to take up to 83 ms.
 * Reads cgroup v1 ({@code cpu.cfs_quota_us}) and v2 ({@code cpu.max}), from the process's own group
 * up to the root of the mount, and keeps the tightest. Immutable and thread-safe.
 *
 * @param quota processor time a period; above zero
 * @param period the length of a period; above zero
 */
record CpuQuota(Duration quota, Duration period) {
  private static final int MOST_PERIODS = 10;

  /**
   * Reads the quota in force.
   *
   * @param root the root of the file system, {@code /} outside tests
   * @return empty if there is no limit, or it cannot be read
   */
  static Optional<CpuQuota> read(Path root) {
    try {
      List<String> groups = Files.readAllLines(root.resolve("proc/self/cgroup"));
      Optional<CpuQuota> tightest = Optional.empty();
      for (String line : Files.readAllLines(root.resolve("proc/self/mountinfo"))) {
        tightest = tighter(tightest, ofMount(root, line, groups));
      }
      return tightest;
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The share of one core: 0.5 is half a core. */
  double cores() {
    return (double) quota.toNanos() / period.toNanos();
  }

  /** How many periods work of that length may lose: one, and one more for each quota it uses up. */
  int periodsLost(Duration work) {
    return (int) Math.min(MOST_PERIODS, 1 + work.toNanos() / quota.toNanos());
  }

  private static Optional<CpuQuota> ofMount(Path root, String line, List<String> groups) {
    String[] halves = line.split(" - ", 2);
    String[] mount = halves[0].split(" ", -1);
    if (halves.length < 2 || mount.length < 5) {
      return Optional.empty();
    }
    boolean unified = halves[1].startsWith("cgroup2 ");
    boolean cpu = halves[1].startsWith("cgroup ") && options(halves[1]).contains("cpu");
    if (!unified && !cpu) {
      return Optional.empty();
    }
    Optional<String> group = group(groups, unified);
    return group.flatMap(
        path -> upward(root.resolve(mount[4].substring(1)), below(mount[3], path), unified));
  }

  private static List<String> options(String typeAndOptions) {
    return Arrays.asList(
        typeAndOptions.substring(typeAndOptions.lastIndexOf(' ') + 1).split(",", -1));
  }

  /** The path of our group: line {@code 0::/path} in v2, {@code 4:cpu,cpuacct:/path} in v1. */
  private static Optional<String> group(List<String> lines, boolean unified) {
    return lines.stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(
            parts ->
                unified ? parts[1].isEmpty() : List.of(parts[1].split(",", -1)).contains("cpu"))
        .map(parts -> parts[2])
        .findFirst();
  }

  /** The path below the mount point; the mount may show only a part of the hierarchy. */
  private static String below(String mountedRoot, String path) {
    String rest = path.startsWith(mountedRoot) ? path.substring(mountedRoot.length()) : path;
    return rest.startsWith("/") ? rest.substring(1) : rest;
  }

  private static Optional<CpuQuota> upward(Path mountPoint, String below, boolean unified) {
    Optional<CpuQuota> tightest = Optional.empty();
    for (Path group : upToMount(mountPoint, below)) {
      tightest = tighter(tightest, unified ? unified(group) : legacy(group));
    }
    return tightest;
  }

  private static List<Path> upToMount(Path mountPoint, String below) {
    List<Path> groups = new ArrayList<>(List.of(mountPoint));
    Path group = mountPoint;
    for (String part : below.split("/", -1)) {
      group = group.resolve(part);
      groups.add(group);
    }
    return groups;
  }

  private static Optional<CpuQuota> unified(Path group) {
    String[] words = text(group.resolve("cpu.max")).split("\\s+", -1);
    return words.length < 2 ? Optional.empty() : ofMicros(words[0], words[1]);
  }

  private static Optional<CpuQuota> legacy(Path group) {
    return ofMicros(
        text(group.resolve("cpu.cfs_quota_us")), text(group.resolve("cpu.cfs_period_us")));
  }

  private static Optional<CpuQuota> ofMicros(String quota, String period) {
    boolean numbers = quota.matches("\\d{1,15}") && period.matches("\\d{1,15}");
    if (!numbers || Long.parseLong(quota) == 0 || Long.parseLong(period) == 0) {
      return Optional.empty(); // "max" or -1: no limit
    }
    return Optional.of(new CpuQuota(micros(quota), micros(period)));
  }

  private static Duration micros(String text) {
    return Duration.ofNanos(Math.multiplyExact(Long.parseLong(text), 1_000L));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException missing) {
      return "";
    }
  }

  private static Optional<CpuQuota> tighter(Optional<CpuQuota> one, Optional<CpuQuota> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isPresent() ? one : other;
    }
    return one.get().cores() <= other.get().cores() ? one : other;
  }
}
