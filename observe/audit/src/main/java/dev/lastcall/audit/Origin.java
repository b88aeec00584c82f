package dev.lastcall.audit;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Where lines come from: stands in each of them.
 *
 * @param service what runs
 * @param actor on whose behalf, empty if that is not said
 * @param host the machine's or pod's name, empty if not known
 * @param pid the process id, in its own namespace
 * @param instance tells the runs of one process from those of another
 */
record Origin(String service, String actor, String host, long pid, String instance) {
  private static final int LONGEST_NAME = 200;
  private static final int INSTANCE_LENGTH = 13;

  /** Checks what a service or an actor is called. */
  static String name(String what, String value) {
    String given = Arguments.given(what, value);
    boolean isControlled = given.codePoints().anyMatch(Character::isISOControl);
    if (given.isBlank() || given.length() > LONGEST_NAME || isControlled) {
      String expected = "1 to " + LONGEST_NAME + " characters, no control character";
      throw Arguments.refusal(what, '"' + given + '"', expected);
    }
    return given;
  }

  static Origin ofThisProcess(String service, String actor, Map<String, String> environment) {
    String host = environment.getOrDefault("HOSTNAME", "");
    String instance = UUID.randomUUID().toString().substring(0, INSTANCE_LENGTH);
    return new Origin(
        service,
        actor,
        host.isEmpty() ? kernelsName() : host,
        ProcessHandle.current().pid(),
        instance);
  }

  /** Asks nothing that may wait, such as a name server. */
  private static String kernelsName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException | RuntimeException elsewhere) {
      return System.getenv().getOrDefault("COMPUTERNAME", "");
    }
  }
}
