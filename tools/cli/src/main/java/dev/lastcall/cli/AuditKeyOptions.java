package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.audit.AuditKeys;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the keys of the seals come from. */
final class AuditKeyOptions {
  private static final String VARIABLE = "LASTCALL_AUDIT_KEY";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = {
        "The keys of the seals, ID:SECRET a line, readable by nobody else.",
        "Default: those in the environment variable " + VARIABLE + "."
      })
  private @Nullable Path file;

  /** {@return the keys, empty if none were given} */
  Optional<AuditKeys> keys(Map<String, String> environment) {
    if (file != null) {
      return Optional.of(AuditKeys.fromFile(file));
    }
    return environment.containsKey(VARIABLE)
        ? Optional.of(AuditKeys.fromEnvironment(VARIABLE))
        : Optional.empty();
  }

  /** Says what to do where keys are needed and none were given. */
  static IllegalArgumentException missing(String instead) {
    return Arguments.refusal("key", "none", "--key FILE, " + VARIABLE + " or " + instead);
  }
}
