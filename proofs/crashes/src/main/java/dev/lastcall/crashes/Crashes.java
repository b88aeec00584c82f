package dev.lastcall.crashes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code proofs/crashes/crashes}. */
@Command(
    name = "crashes",
    mixinStandardHelpOptions = true,
    description =
        "Kills a process with SIGKILL, again and again, while it appends to a journal and defers"
            + " durable cleanups from several threads, and counts what was lost.",
    footer = {"", "Exit codes: 0 nothing was lost, 1 something was, 2 it could not run."})
final class Crashes implements Callable<Integer> {
  @Option(
      names = "--kills",
      defaultValue = "1000",
      description = "How often. Default: ${DEFAULT-VALUE}.")
  private int kills = 1000;

  @Option(
      names = "--threads",
      defaultValue = "4",
      description = "How many threads append. Default: ${DEFAULT-VALUE}.")
  private int threads = 4;

  @Option(
      names = "--seed",
      description = "Decides when it is killed; a random one, which is printed, unless given.")
  private @Nullable Long seed;

  @Option(names = "--directory", description = "Where; among the temporary files unless given.")
  private @Nullable Path directory;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Crashes()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
    Path folder =
        directory == null
            ? Files.createTempDirectory("lastcall-crashes-")
            : Files.createDirectories(directory).toAbsolutePath();
    System.out.println("seed " + chosen + ", in " + folder);
    long began = System.nanoTime();
    Counts counts =
        Campaign.run(
            folder,
            kills,
            threads,
            chosen,
            soFar -> {
              if (soFar.kills() % 50 == 0) {
                System.out.println(elapsed(began) + soFar);
              }
            });
    System.out.println(elapsed(began) + counts);
    return counts.isClean() ? 0 : 1;
  }

  private static String elapsed(long began) {
    return String.format(
        Locale.ROOT, "%5d s  ", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
  }
}
