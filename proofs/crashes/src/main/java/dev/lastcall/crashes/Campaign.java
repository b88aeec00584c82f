package dev.lastcall.crashes;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Kills a victim again and again, at random instants of its life, its start included, and inspects
 * after each death what is left. One folder serves all lives, so that each one begins with what the
 * last one left: recovery and rotation are killed as well. Confined to one thread.
 */
final class Campaign {
  /** From the start of the JVM: about a third of the lives end before the first record. */
  private static final int LONGEST_LIFE_MILLIS = 900;

  private static final Duration FINAL_LIFE = Duration.ofSeconds(60);

  private final Path directory;
  private final int threads;
  private final SplittableRandom random;

  private Campaign(Path directory, int threads, long seed) {
    this.directory = directory;
    this.threads = threads;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Runs a campaign.
   *
   * @param directory empty; holds what the victim leaves
   * @param kills how many
   * @param threads how many threads append
   * @param seed decides when it is killed
   * @param progress is told the counts after each kill
   * @return the counts, after a last life that was not killed
   */
  static Counts run(Path directory, int kills, int threads, long seed, Consumer<Counts> progress)
      throws IOException {
    Campaign campaign = new Campaign(directory, threads, seed);
    Counts counts = Counts.NONE;
    long sequence = 0;
    for (int life = 1; life <= kills; life++) {
      campaign.live(life, sequence);
      Inspection inspection = Inspection.of(directory, life, threads, sequence);
      sequence = inspection.lastSequence();
      counts = counts.plus(inspection.counts());
      campaign.forget(life);
      progress.accept(counts);
    }
    return counts.plus(campaign.settle(kills + 1));
  }

  private void live(int life, long sequence) {
    try (ChildJvm victim = start(Victim.class, life, sequence)) {
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_LIFE_MILLIS)).toNanos());
      kill(victim, life);
      Ending ending = victim.awaitEnding();
      if (!ending.errors().isEmpty()) {
        throw new IllegalStateException("life " + life + ": " + ending.errors());
      }
    }
  }

  private static void kill(ChildJvm victim, int life) {
    try {
      victim.signal("KILL");
    } catch (IllegalStateException gone) {
      Ending ending = victim.awaitEnding();
      throw new IllegalStateException("life " + life + " ended by itself: " + ending, gone);
    }
  }

  private ChildJvm start(Class<?> main, int life, long sequence) {
    return ChildJvmBuilder.of(main, directory)
        .options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx128m")
        .arguments(
            directory.toString(),
            Integer.toString(life),
            Integer.toString(threads),
            Long.toString(sequence))
        .start();
  }

  /** The last life runs what the others left, and ends by itself. */
  private Counts settle(int life) throws IOException {
    try (ChildJvm survivor = start(Survivor.class, life, 0)) {
      Ending ending = survivor.awaitEnding(FINAL_LIFE);
      if (ending.exitCode() != 0) {
        throw new IllegalStateException("the last life: " + ending);
      }
    }
    return new Counts(0, 0, 0, 0, 0, 0, 0, 0, DurableVictim.open(directory));
  }

  /** What is inspected is not needed any more; a thousand lives leave thousands of files. */
  private void forget(int life) throws IOException {
    try (DirectoryStream<Path> told =
        Files.newDirectoryStream(directory, "{acknowledged-" + life + "-*,child*}")) {
      for (Path file : told) {
        Files.delete(file);
      }
    }
  }
}
