package dev.lastcall.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The shipper, as {@code deploy/audit/rsyslog.conf} has it, but in folders of the test's own. */
final class Rsyslog implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");
  private static final String MODULE = "omelasticsearch.so";
  private static final Path CONFIGURATION = Path.of("../../deploy/audit/rsyslog.conf");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;

  private Rsyslog(Process process) {
    this.process = process;
  }

  /** Says why it cannot be run here, empty if it can. */
  static Optional<String> missing() {
    if (!Files.isExecutable(PROGRAM)) {
      return Optional.of("no " + PROGRAM + ": apt-get install rsyslog rsyslog-elasticsearch");
    }
    return hasModule()
        ? Optional.empty()
        : Optional.of("rsyslog has no " + MODULE + ": apt-get install rsyslog-elasticsearch");
  }

  private static boolean hasModule() {
    for (String root : List.of("/usr/lib", "/usr/lib64")) {
      try (Stream<Path> folders =
          Files.find(Path.of(root), 3, (path, facts) -> path.endsWith(MODULE))) {
        if (folders.findAny().isPresent()) {
          return true;
        }
      } catch (IOException | UncheckedIOException notThere) {
        // The other root may have it.
      }
    }
    return false;
  }

  static Rsyslog start(Path work, Path trail, int port) throws IOException {
    Files.createDirectories(work);
    String text =
        Files.readString(CONFIGURATION)
            .replace("/var/spool/rsyslog", work.toString())
            .replace("/var/log/lastcall/audit/", trail + "/")
            .replace("/var/log/lastcall-audit-refused.log", work.resolve("refused.log").toString())
            .replace("serverport=\"9200\"", "serverport=\"" + port + '"');
    Path configuration = Files.writeString(work.resolve("rsyslog.conf"), text);
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-n",
                "-f",
                configuration.toString(),
                "-i",
                work.resolve("pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("rsyslog.out").toFile())
            .start();
    return new Rsyslog(process);
  }

  /** Ends it as an operator does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupt) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
