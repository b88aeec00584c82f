package dev.lastcall.cli;

import dev.lastcall.page.UnreadableReportException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The command {@code lastcall} itself: finds the subcommand, and says in one line what is wrong.
 */
@Command(
    name = "lastcall",
    description = {
      "Shows how a JVM process ended: what ran, how long, and what was left behind.",
      "Cleans up what a killed process left behind.",
      "Finds mistakes in cleanup code before it ships."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:all is well",
      " 1:an exit did not go as it should, or something was found",
      " 2:the command could not run, or was not understood"
    })
final class LastcallCommand implements Runnable {
  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "With an error, show where it comes from.")
  private boolean stacktrace;

  private final CommandLine commands;

  private LastcallCommand(Terminal terminal) {
    commands = new CommandLine(this);
    commands.addSubcommand(audit(terminal));
    commands.addSubcommand(jfr());
    commands.addSubcommand(journal());
    commands.addSubcommand(new LintCommand(terminal));
    commands.addSubcommand(new ReapCommand());
    commands.addSubcommand(new ReportCommand(terminal));
    ServiceLoader.load(Subcommand.class).forEach(commands::addSubcommand);
    commands
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
        .setParameterExceptionHandler((misuse, arguments) -> misused(misuse))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Math.min(terminal.width(), 110))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
  }

  private static CommandLine audit(Terminal terminal) {
    return new CommandLine(new AuditCommand())
        .addSubcommand(new AuditCloseCommand())
        .addSubcommand(new AuditFindCommand())
        .addSubcommand(new AuditVerifyCommand(terminal));
  }

  private static CommandLine jfr() {
    return new CommandLine(new JfrCommand()).addSubcommand(new JfrRecoverCommand());
  }

  private static CommandLine journal() {
    return new CommandLine(new JournalCommand())
        .addSubcommand(new JournalCatCommand())
        .addSubcommand(new JournalCheckCommand())
        .addSubcommand(new JournalInfoCommand());
  }

  static int run(Terminal terminal, PrintWriter out, PrintWriter err, String... arguments) {
    return new LastcallCommand(terminal).commands.setOut(out).setErr(err).execute(arguments);
  }

  /** Without a subcommand there is nothing to do but to name them. */
  @Override
  public void run() {
    throw new ParameterException(commands, "COMMAND: missing (expected: one of those below)");
  }

  private int misused(ParameterException misuse) {
    CommandLine command = misuse.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(misuse.getMessage());
    if (command == commands) {
      command.usage(err);
    } else {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return Subcommand.NOT_RUN;
  }

  private int failed(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    if (stacktrace) {
      failure.printStackTrace(err);
    } else {
      err.println(words(failure));
    }
    return Subcommand.NOT_RUN;
  }

  private static String words(Exception failure) {
    if (failure instanceof NoSuchFileException missing) {
      return "file: " + missing.getFile() + " (expected: a file or directory that exists)";
    }
    if (failure instanceof AccessDeniedException denied) {
      return "file: " + denied.getFile() + " (expected: may be read and written)";
    }
    String message = failure.getMessage();
    boolean inWords =
        failure instanceof IllegalArgumentException
            || failure instanceof IllegalStateException
            || failure instanceof UnreadableReportException;
    return inWords && message != null ? message : failure + " (--stacktrace shows where)";
  }
}
