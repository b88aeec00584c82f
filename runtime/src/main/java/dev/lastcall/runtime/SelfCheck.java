package dev.lastcall.runtime;

import dev.lastcall.api.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks at start-up for what would keep the exit from beginning: a shell between the platform and
 * the process that does not pass SIGTERM on.
 *
 * <p>Stateless.
 */
final class SelfCheck {
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "busybox", "zsh", "ksh");
  private static final Set<String> SMALL_INITS =
      Set.of("tini", "docker-init", "dumb-init", "catatonit", "s6-svscan");

  private SelfCheck() {}

  /** Checks the chain of parents up to process 1. */
  static void check(Surroundings surroundings, long pid, Consumer<Finding> findings) {
    String first = surroundings.line("/proc/1/comm").map(String::strip).orElse("");
    List<String> parents = parents(surroundings, pid);
    boolean shellIsFirst = SHELLS.contains(first) && pid != 1;
    boolean shellBelowInit =
        SMALL_INITS.contains(first) && parents.stream().anyMatch(SHELLS::contains);
    if (shellIsFirst || shellBelowInit) {
      findings.accept(
          new Finding(
              "shell-swallows-signals",
              Finding.Severity.ERROR,
              "process 1 is "
                  + first
                  + (shellIsFirst ? "" : " with a shell below it")
                  + ", and a shell does not pass SIGTERM on to this process",
              "use the exec form, ENTRYPOINT [\"java\", …], or start java with exec"));
    }
  }

  /** The names of the parents, nearest first, as far as they can be seen. */
  private static List<String> parents(Surroundings surroundings, long pid) {
    List<String> names = new ArrayList<>();
    long child = pid;
    for (int hops = 0; hops < 20; hops++) {
      Optional<Long> parent = parentOf(surroundings, child);
      if (parent.isEmpty() || parent.get() <= 1) {
        return names;
      }
      child = parent.get();
      surroundings.line("/proc/" + child + "/comm").map(String::strip).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<Long> parentOf(Surroundings surroundings, long pid) {
    return surroundings.lines("/proc/" + pid + "/status").stream()
        .filter(line -> line.startsWith("PPid:"))
        .map(line -> line.substring("PPid:".length()).strip())
        .filter(number -> number.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .findFirst();
  }
}
