package dev.lastcall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastcall audit}: checks, searches and completes audit trails. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Checks audit trails, finds what is on record in them, completes those of killed processes.")
final class AuditCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command below it there is nothing to do but to name them. */
  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "COMMAND: missing (expected: verify, find or close)");
  }
}
