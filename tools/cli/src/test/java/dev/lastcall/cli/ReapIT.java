package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import dev.lastcall.durable.DurableSnapshot;
import dev.lastcall.durable.OpenIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lastcall reap} as a process of its own, beside a process that is killed, and killed. */
final class ReapIT {
  @TempDir Path temp;

  @Test
  void watchingWaitsForTheOwnersDeathAndThenReaps() throws IOException {
    ChildJvm reaper = reap("--watch");
    reaper.awaitLine("waiting for a process that holds " + folder());
    ChildJvm owner = holder(3);
    owner.awaitLine("deferred");
    assertThat(reaper.process().isAlive()).isTrue();
    List<String> keys = openKeys();

    owner.signal("KILL").awaitEnding();
    Ending ending = reaper.awaitEnding();

    assertThat(ending.exitCode()).as("%s %s", ending.output(), ending.errors()).isZero();
    assertThat(ending.output()).last().asString().isEqualTo("  3 done, 0 open, 0 dead letters");
    assertThat(Files.readAllLines(temp.resolve("notes"))).isEqualTo(keys);
  }

  @Test
  void watchingAProcessThatEndsWellEndsWellToo() throws IOException {
    ChildJvm owner = holder(0);
    owner.awaitLine("deferred");
    ChildJvm reaper = reap("--watch");
    reaper.awaitLine("waiting for the end of process " + owner.process().pid());
    owner.signal("TERM").awaitEnding();

    assertThat(reaper.awaitEnding().exitCode()).isZero();
  }

  @Test
  void killedAgainAndAgainWhileItReapsItLosesNothingAndKeepsTheOrder() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    ChildJvm owner = holder(2_000); // more than a reaper does before it is killed
    owner.awaitLine("deferred").signal("KILL").awaitEnding();
    List<String> keys = openKeys();
    for (int kill = 0; kill < 4; kill++) {
      int until = notes().size() + random.nextInt(60);
      ChildJvm reaper = reap();
      reaper.await("more notes", () -> notes().size() >= until);
      reaper.signal("KILL").awaitEnding();
    }

    assertThat(reap().awaitEnding().exitCode()).isZero();

    assertThat(new ArrayList<>(new LinkedHashSet<>(notes()))).as("seed %d", seed).isEqualTo(keys);
    assertThat(DurableSnapshot.of(folder()).open()).isEmpty();
  }

  private List<String> openKeys() throws IOException {
    return DurableSnapshot.of(folder()).open().stream().map(OpenIntent::idempotencyKey).toList();
  }

  private List<String> notes() {
    try {
      Path file = temp.resolve("notes");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      return List.of();
    }
  }

  private ChildJvm holder(int notes) {
    return ChildJvmBuilder.of(ReapHolder.class, temp)
        .arguments(folder().toString(), temp.resolve("notes").toString(), Integer.toString(notes))
        .start();
  }

  private ChildJvm reap(String... options) throws IOException {
    return ChildJvmBuilder.of(Main.class, temp)
        .arguments("reap", folder().toString(), "-cp", ReapTestHandlers.on(temp).toString())
        .arguments(options)
        .start();
  }

  private Path folder() {
    return temp.resolve("durable");
  }
}
