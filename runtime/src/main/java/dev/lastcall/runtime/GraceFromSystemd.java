package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import dev.lastcall.api.GracePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The stop timeout of the systemd service that this process belongs to.
 *
 * <p>The service is the last part of the process's control group; its timeout is read from the unit
 * file and its drop-ins in the order of systemd.unit(5), then from the manager's defaults, then it
 * is systemd's built-in 90 s. No process is started to ask. Stateless.
 */
final class GraceFromSystemd implements GraceSource {
  private static final Duration BUILT_IN = Duration.ofSeconds(90);
  private static final List<String> FOLDERS =
      List.of(
          "/run/systemd/transient",
          "/etc/systemd/system",
          "/run/systemd/system",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/lib/systemd/system");

  @Override
  public Optional<GracePeriod> find(Surroundings surroundings, Consumer<Finding> findings) {
    return unit(surroundings).flatMap(unit -> periodOf(unit, surroundings, findings));
  }

  private static Optional<GracePeriod> periodOf(
      String unit, Surroundings surroundings, Consumer<Finding> findings) {
    Optional<String> written =
        timeoutOf(unit, surroundings)
            .or(
                () ->
                    lastOf(
                        surroundings.lines("/etc/systemd/system.conf"), "DefaultTimeoutStopSec"));
    if (written.isEmpty()) {
      return Optional.of(new GracePeriod(BUILT_IN, "systemd's default for " + unit));
    }
    boolean unlimited = written.get().equals("infinity") || written.get().equals("0");
    return unlimited
        ? Optional.empty()
        : GraceSource.read(written.get(), "TimeoutStopSec of systemd unit " + unit, findings);
  }

  /** The service, if systemd started this process ({@code INVOCATION_ID}) as a service. */
  private static Optional<String> unit(Surroundings surroundings) {
    if (surroundings.variable("INVOCATION_ID").isEmpty()) {
      return Optional.empty();
    }
    return surroundings.lines("/proc/self/cgroup").stream()
        .filter(line -> line.startsWith("0::") || line.contains(":name=systemd:"))
        .map(line -> line.substring(line.lastIndexOf('/') + 1))
        .filter(name -> name.endsWith(".service") && !name.startsWith("user@"))
        .findFirst();
  }

  private static Optional<String> timeoutOf(String unit, Surroundings surroundings) {
    int at = unit.indexOf('@');
    String template = at < 0 ? unit : unit.substring(0, at + 1) + ".service";
    return dropIn(unit, surroundings)
        .or(() -> dropIn(template, surroundings))
        .or(() -> file(unit, surroundings))
        .or(() -> file(template, surroundings));
  }

  private static Optional<String> file(String unit, Surroundings surroundings) {
    return FOLDERS.stream()
        .map(folder -> surroundings.path(folder + "/" + unit))
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(found -> lastOf(Surroundings.lines(found), "TimeoutStopSec", "TimeoutSec"));
  }

  /** Of all drop-ins the one with the greatest file name wins. */
  private static Optional<String> dropIn(String unit, Surroundings surroundings) {
    return FOLDERS.stream()
        .flatMap(folder -> filesIn(surroundings.path(folder + "/" + unit + ".d")))
        .sorted(Comparator.comparing(file -> String.valueOf(file.getFileName())))
        .flatMap(file -> lastOf(Surroundings.lines(file), "TimeoutStopSec", "TimeoutSec").stream())
        .reduce((first, second) -> second);
  }

  private static Stream<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".conf")).toList().stream();
    } catch (IOException none) {
      return Stream.empty();
    }
  }

  private static Optional<String> lastOf(List<String> lines, String... keys) {
    List<String> wanted = List.of(keys);
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.indexOf('=') > 0)
        .filter(line -> wanted.contains(line.substring(0, line.indexOf('=')).strip()))
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .filter(value -> !value.isEmpty())
        .reduce((first, second) -> second);
  }
}
