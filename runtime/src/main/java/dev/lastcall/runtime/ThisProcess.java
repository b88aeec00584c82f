package dev.lastcall.runtime;

import dev.lastcall.api.ExitReport.ProcessFacts;
import java.time.Instant;
import java.util.Optional;

/** What is known of the process itself. Stateless. */
final class ThisProcess {
  private ThisProcess() {}

  /** Asks nothing that may wait, such as a name server. */
  static ProcessFacts facts(Surroundings surroundings, Optional<String> version) {
    ProcessHandle process = ProcessHandle.current();
    String host =
        surroundings
            .variable("HOSTNAME")
            .or(() -> surroundings.line("/proc/sys/kernel/hostname"))
            .orElse("unknown");
    String command = surroundings.property("sun.java.command").orElse("");
    int end = command.indexOf(' ');
    String java =
        surroundings.property("java.vm.vendor").orElse("")
            + " "
            + surroundings.property("java.vm.version").orElse("");
    return new ProcessFacts(
        process.pid(),
        host.strip(),
        end < 0 ? command : command.substring(0, end),
        java.strip(),
        process.info().startInstant().orElseGet(Instant::now),
        version.or(() -> surroundings.variable("LASTCALL_VERSION")).orElse("").strip());
  }
}
