package dev.lastcall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastcall jfr}: works on flight recordings. */
@Command(
    name = "jfr",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes the flight recording of a killed process readable.")
final class JfrCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command below it there is nothing to do but to name it. */
  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "COMMAND: missing (expected: recover)");
  }
}
