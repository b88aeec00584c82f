package dev.lastcall.cli;

import dev.lastcall.audit.AuditHit;
import dev.lastcall.audit.AuditSearch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall audit find}: follows one audit id over files and restarts. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Follows one audit id over files and restarts, and into the journal of a killed process.",
    footer = {"", "Exit codes: 0 something is on record, 1 nothing is, 2 it could not be read."})
final class AuditFindCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "AUDIT-ID", description = "The id, all of it.")
  private String auditId = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Folders of trails, or files of them, plain or gzipped.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "Print the lines as they stand there.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    List<AuditHit> hits = new ArrayList<>();
    for (Path path : paths) {
      hits.addAll(
          Files.isDirectory(path)
              ? AuditSearch.inFolder(path, auditId)
              : AuditSearch.inFile(path, auditId));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      hits.forEach(hit -> out.println(hit.json()));
    } else if (hits.isEmpty()) {
      out.println("nothing is on record under " + auditId);
    } else {
      hits.forEach(hit -> out.println(line(hit)));
    }
    return hits.isEmpty() ? TROUBLE : FINE;
  }

  private static String line(AuditHit hit) {
    String attempt = hit.member("attempt");
    return String.format(
        Locale.ROOT,
        "%-27s  %-14s  %s by %s%s%s  %s/%s  %s",
        hit.member("@timestamp"),
        what(hit),
        hit.member("auditAction"),
        hit.member("cleanup"),
        attempt.equals("1") ? "" : ", attempt " + attempt,
        millis(hit.member("durationNanos")),
        hit.member("host.name"),
        hit.member("process.pid"),
        where(hit));
  }

  private static String what(AuditHit hit) {
    if (!hit.isWhole()) {
      return "ALTERED";
    }
    return hit.member("outcome").isEmpty() ? hit.member("type") : hit.member("outcome");
  }

  private static String millis(String nanos) {
    return nanos.isEmpty() ? "" : ", " + Duration.ofNanos(Long.parseLong(nanos)).toMillis() + " ms";
  }

  private static String where(AuditHit hit) {
    return hit.isWaiting()
        ? "in the journal only, record " + hit.line()
        : hit.file().getFileName() + ":" + hit.line();
  }
}
