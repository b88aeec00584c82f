package dev.lastcall.cli;

import dev.lastcall.jfr.FlightRecovery;
import dev.lastcall.jfr.RecoveredFlight;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastcall jfr recover}: makes what a killed JVM left of its recording readable. */
@Command(
    name = "recover",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Copies the flight recording of a killed JVM up to its last flush, of which there is one a",
      "second, and marks it as finished. The source stays as it is."
    },
    footer = {
      "",
      "A JVM keeps its chunks below the folder of -XX:FlightRecorderOptions:repository=DIR.",
      "Exit codes: 0 there is a recording, 2 nothing was ever flushed, or it could not be read."
    })
final class JfrRecoverCommand implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR|FILE",
      description =
          "A chunk, the folder of one process, or a repository: of that the one that wrote last.")
  private Path source = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The recording to make, by default NAME-recovered.jfr here. Must not exist.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    Path file = output == null ? besides() : output;
    try {
      RecoveredFlight recovered = FlightRecovery.recover(source, file);
      spec.commandLine().getOut().println(words(recovered));
      return FINE;
    } catch (FileAlreadyExistsException there) {
      throw new ParameterException(
          spec.commandLine(), "--output: " + file + " exists (expected: a new file)");
    }
  }

  private Path besides() {
    @Nullable Path name = source.toAbsolutePath().normalize().getFileName();
    String base = name == null ? "flight" : name.toString().replaceFirst("\\.jfr$", "");
    return Path.of(base + "-recovered.jfr");
  }

  private static String words(RecoveredFlight recovered) {
    return String.format(
        Locale.ROOT,
        "%s: %,d bytes in %d chunks, %d of them unfinished; %,d bytes behind the last flush lost",
        recovered.output(),
        recovered.bytes(),
        recovered.chunks(),
        recovered.repaired(),
        recovered.lostBytes());
  }
}
