package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process gets a real SIGKILL at each point of an intent's life. */
final class KilledIT {
  @TempDir Path folder;

  private Outside outside = new Outside(Path.of(""));

  @BeforeEach
  void prepare() throws IOException {
    outside = new Outside(CrashChild.prepare(folder));
  }

  @Test
  void betweenTheIntentAndTheResource() throws IOException {
    killed(child("defer", "1").awaitLine("deferred"));
    Accounts before = Accounts.of(folder);
    assertThat(before.openKeys()).isEqualTo(before.textOf.keySet());

    child("replay", "release").awaitLine("left 0");

    assertThat(Accounts.of(folder).handled).isEqualTo(before.textOf.keySet());
  }

  @Test
  void duringTheHandler() throws IOException {
    killed(child("defer", "1").awaitLine("deferred"));
    killed(child("replay", "hang").awaitLine("hanging"));
    OpenIntent open = Accounts.of(folder).snapshot.open().get(0);
    assertThat(open.attempts()).isEqualTo(1);
    assertThat(open.lastOutcome()).isEqualTo("interrupted");

    child("replay", "release").awaitLine("left 0");

    assertThat(outside.lines())
        .anyMatch(
            line -> line.startsWith("handled " + open.idempotencyKey()) && line.endsWith(" 2"));
  }

  @Test
  void betweenTheHandlerAndTheTombstone() throws IOException {
    killed(child("defer", "1").awaitLine("deferred"));
    child("replay", "die").awaitEnding();
    Accounts between = Accounts.of(folder);
    assertThat(between.openKeys()).isEqualTo(between.handled);

    child("replay", "release").awaitLine("left 0");

    assertThat(outside.lines().stream().filter(line -> line.startsWith("handled")))
        .as("twice, under the same key")
        .hasSize(2)
        .extracting(line -> line.split(" ", -1)[1])
        .containsOnly(between.handled.iterator().next());
  }

  @Test
  void anIntentThatKillsEveryProcessBecomesADeadLetter() throws IOException {
    killed(child("defer", "2").awaitLine("deferred"));
    for (int start = 0; start < 6; start++) {
      child("replay", "die").awaitEnding();
    }
    Accounts all = Accounts.of(folder);
    assertThat(all.dead).as("the older one was not reached before").hasSize(1);

    child("replay", "die").awaitLine("left 0");

    assertThat(Accounts.of(folder).dead).isEqualTo(all.textOf.keySet());
    assertThat(outside.lines()).filteredOn(line -> line.startsWith("handled")).hasSize(6);
  }

  @Test
  void duringTheReplayAgainAndAgain() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    killed(child("defer", "400").awaitLine("deferred"));
    List<String> expected = new ArrayList<>(keysInOrder());
    Collections.reverse(expected);
    for (int kill = 0; kill < 4; kill++) {
      int until = handledSoFar() + random.nextInt(90);
      ChildJvm replaying = child("replay", "slowly");
      replaying.await("handled more", () -> handledSoFar() >= until);
      killed(replaying);
    }

    child("replay", "release").awaitLine("left 0");

    assertThat(outside.lines().stream().filter(line -> line.startsWith("handled")))
        .extracting(line -> line.split(" ", -1)[1])
        .as("seed %d: newest first over all kills", seed)
        .satisfies(keys -> assertThat(withoutRepeats(keys)).isEqualTo(expected));
  }

  private static List<String> withoutRepeats(List<? extends String> keys) {
    List<String> once = new ArrayList<>();
    for (String key : keys) {
      if (once.isEmpty() || !once.get(once.size() - 1).equals(key)) {
        once.add(key);
      }
    }
    return once;
  }

  private List<String> keysInOrder() throws IOException {
    return outside.lines().stream()
        .filter(line -> line.startsWith("open"))
        .map(line -> line.split(" ", -1)[1])
        .toList();
  }

  private int handledSoFar() {
    try {
      return (int) outside.lines().stream().filter(line -> line.startsWith("handled")).count();
    } catch (IOException failure) {
      return 0;
    }
  }

  private static void killed(ChildJvm child) {
    child.signal("KILL").awaitEnding();
  }

  private ChildJvm child(String does, String argument) {
    return ChildJvmBuilder.of(CrashChild.class, folder)
        .options("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .arguments(does, folder.toString(), argument)
        .start();
  }
}
