package dev.lastcall.cli;

import dev.lastcall.api.Arguments;
import dev.lastcall.audit.AuditFault;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditVerdict;
import dev.lastcall.audit.AuditVerification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall audit verify}: names the first line of a trail that is not what was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Checks audit trails: every byte, every link of the chain, every seal.",
      "Names the first line that was altered, removed, inserted or reordered."
    },
    footer = {"", "Exit codes: 0 nothing is wrong, 1 something is, 2 it could not be checked."})
final class AuditVerifyCommand implements Subcommand {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "The folder of a trail, which has to be all there; or files of one trail, which may be a part of it."
      })
  private List<Path> paths = List.of();

  @Mixin private AuditKeyOptions keyOptions = new AuditKeyOptions();

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description = "The file that the seals were copied to: gives away an end that was cut off.")
  private @Nullable Path anchor;

  @Option(
      names = "--chain-only",
      description = "Do without keys: lines that were written anew, chain and all, are not found.")
  private boolean chainOnly;

  @Option(
      names = "--sealed",
      description = "Lines at the end without a seal are something wrong, too.")
  private boolean sealed;

  @Option(names = "--json", description = "Print JSON, one object a line and trail.")
  private boolean json;

  AuditVerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Optional<AuditKeys> keys = chainOnly ? Optional.empty() : keyOptions.keys(System.getenv());
    if (keys.isEmpty() && !chainOnly) {
      throw AuditKeyOptions.missing("--chain-only");
    }
    int code = FINE;
    for (Map.Entry<String, AuditVerification> each : trails().entrySet()) {
      AuditVerification verification = each.getValue();
      keys.ifPresent(verification::keys);
      AuditVerdict verdict = verdict(verification);
      boolean isFine = verdict.isSound() && !(sealed && isOpenAtEnd(verdict));
      print(each.getKey(), verdict);
      code = isFine ? code : TROUBLE;
    }
    return code;
  }

  /** Each folder is a trail of its own; all files together are one. */
  private Map<String, AuditVerification> trails() throws IOException {
    Map<String, AuditVerification> trails = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        trails.put(path.toString(), AuditVerification.ofFolder(path));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    if (!files.isEmpty()) {
      trails.put(files.get(0).toString(), AuditVerification.ofFiles(files));
    }
    if (anchor != null) {
      anchorOf(trails);
    }
    return trails;
  }

  private void anchorOf(Map<String, AuditVerification> trails) {
    if (trails.size() > 1) {
      throw Arguments.refusal("anchor", anchor, "one trail at a time, as an anchor is of one");
    }
    trails.values().forEach(trail -> trail.anchor(Arguments.given("anchor", anchor)));
  }

  private AuditVerdict verdict(AuditVerification verification) throws IOException {
    long size = verification.bytes();
    BytesProgress progress =
        new BytesProgress(spec.commandLine().getErr(), terminal.interactive(), size);
    try {
      return verification.progress(progress::at).run();
    } finally {
      progress.end();
    }
  }

  private static boolean isOpenAtEnd(AuditVerdict verdict) {
    return verdict.unsealed() > 0 || verdict.unfinished() || verdict.waiting() > 0;
  }

  private void print(String trail, AuditVerdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(verdict.toJson());
      return;
    }
    Optional<AuditFault> fault = verdict.fault();
    if (fault.isPresent()) {
      out.println(fault.get());
      out.printf("%s: BROKEN, %,d lines in front of it are sound%n", trail, verdict.lines());
    } else {
      out.printf(
          "%s: sound, lines %d to %d in %d %s, %d seals%n",
          trail,
          verdict.firstSeq(),
          verdict.lastSeq(),
          verdict.files(),
          verdict.files() == 1 ? "file" : "files",
          verdict.seals());
      printEnd(verdict, out);
    }
    verdict.notes().forEach(note -> out.println("  " + note));
  }

  private void printEnd(AuditVerdict verdict, PrintWriter out) {
    if (verdict.unsealed() > 0 && !chainOnly) {
      out.printf("  unsealed tail: the last %d lines have no seal yet%n", verdict.unsealed());
    }
    if (verdict.unfinished()) {
      out.println("  the last line is cut short, as by a kill; the next start writes it again");
    }
    if (verdict.waiting() > 0) {
      out.printf(
          "  %d records wait in the journal for the next start, or for lastcall audit close%n",
          verdict.waiting());
    }
  }
}
