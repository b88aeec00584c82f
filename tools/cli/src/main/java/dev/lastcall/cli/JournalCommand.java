package dev.lastcall.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastcall journal}: looks into journals, of live processes and of dead ones. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows what is in a journal, and whether it is sound.")
final class JournalCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Without a command below it there is nothing to do but to name them. */
  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "COMMAND: missing (expected: cat, check or info)");
  }
}
