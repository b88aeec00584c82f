package dev.lastcall.crashes;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.durable.DurableCleanup;
import dev.lastcall.durable.DurableCleanups;
import dev.lastcall.durable.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of the victim that takes outside resources: each is a file, and a durable cleanup that
 * deletes it is on record before it is made.
 */
final class DurableVictim {
  private static final String FOLDER = "durable";
  private static final String RESOURCES = "resources";
  private static final String RELEASE = "release";
  private static final int HOLDERS = 2;

  /** So that the numbers of these threads are not those of the writers. */
  private static final int FIRST_HOLDER = 100;

  /** Who is killed in the middle of an attempt a hundred times is not to be given up for that. */
  private static final int ATTEMPTS = 100;

  private DurableVictim() {}

  /** Takes over what the life before left open; returns the threads, to be started. */
  static List<Thread> holders(Path directory, int life) throws IOException {
    Path resources = Files.createDirectories(directory.resolve(RESOURCES));
    DurableCleanups durable = describe(directory).open();
    List<Thread> holders = new ArrayList<>();
    for (int holder = FIRST_HOLDER; holder < FIRST_HOLDER + HOLDERS; holder++) {
      int number = holder;
      Acknowledged begun = Acknowledged.open(directory, life, number);
      holders.add(
          new Thread(() -> hold(durable, resources, life, number, begun), "holder-" + number));
    }
    return holders;
  }

  static DurableCleanups.Builder describe(Path directory) {
    Path resources = directory.resolve(RESOURCES);
    return DurableCleanups.in(directory.resolve(FOLDER))
        .handler(
            named(RELEASE).within(ofSeconds(5)),
            intent -> Files.deleteIfExists(resources.resolve(intent.text())))
        .retry(RetryPolicy.attempts(ATTEMPTS).backOff(ofMillis(1), ofMillis(20)));
  }

  /** How many durable cleanups a life began. */
  static long begun(Path directory, int life) throws IOException {
    long begun = 0;
    for (int holder = FIRST_HOLDER; holder < FIRST_HOLDER + HOLDERS; holder++) {
      begun += Acknowledged.read(directory, life, holder).count();
    }
    return begun;
  }

  /** How many resources nobody gave back. */
  static long open(Path directory) throws IOException {
    try (Stream<Path> left = Files.list(directory.resolve(RESOURCES))) {
      return left.count();
    }
  }

  private static void hold(
      DurableCleanups durable, Path resources, int life, int holder, Acknowledged begun) {
    try {
      for (long count = 1; ; count++) {
        String name = life + "-" + holder + "-" + count;
        DurableCleanup release = durable.defer(RELEASE, name);
        begun.note(count, 0);
        Files.createFile(resources.resolve(name));
        if (!release.run().isCompleted()) {
          System.err.println(name + ": not given back");
          return;
        }
      }
    } catch (IOException failure) {
      System.err.println("holder-" + holder + ": " + failure);
    }
  }
}
