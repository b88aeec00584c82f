package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Finding;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditTrail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall audit close}: does what the next start of a killed process would do. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Completes the trail of a process that is dead: what waits in its journal is put into the trail, runs that",
      "were cut short end as unknown-killed, and all of it is sealed."
    },
    footer = {
      "",
      "Exit codes: 0 the trail is complete, 1 it is not yet, 2 it could not be opened."
    })
final class AuditCloseCommand implements Subcommand {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER", description = "The folder of the trail.")
  private Path folder = Path.of("");

  @Mixin private AuditKeyOptions keyOptions = new AuditKeyOptions();

  @Option(names = "--without-seals", description = "Do without keys; nothing is sealed.")
  private boolean withoutSeals;

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description = "The file that the seals are copied to.")
  private @Nullable Path anchor;

  @Option(
      names = "--service",
      paramLabel = "NAME",
      defaultValue = "lastcall-audit-close",
      description = "What is on record as having closed it. Default: ${DEFAULT-VALUE}.")
  private String service = "";

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    PrintWriter err = spec.commandLine().getErr();
    AuditTrail.Builder builder =
        AuditTrail.in(folder).service(service).onFinding(finding -> err.println(finding.message()));
    if (anchor != null) {
      builder.anchor(anchor);
    }
    AuditTrail trail = sealed(builder).open();
    Optional<Finding> failure = trail.failure();
    boolean isComplete = trail.close(Deadline.after(PATIENCE));
    if (failure.isPresent()) {
      throw Arguments.refusal(
          "folder", folder, "one that can be opened: " + failure.get().message());
    }
    spec.commandLine()
        .getOut()
        .println(folder + (isComplete ? ": complete" : ": not complete yet"));
    return isComplete ? FINE : TROUBLE;
  }

  private AuditTrail.Builder sealed(AuditTrail.Builder builder) {
    if (withoutSeals) {
      return builder.withoutSeals();
    }
    AuditKeys keys =
        keyOptions
            .keys(System.getenv())
            .orElseThrow(() -> AuditKeyOptions.missing("--without-seals"));
    return builder.keys(keys);
  }
}
