package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, killed at random instants, over and over in one folder. How often is the system
 * property {@code lastcall.durable.kills}, 8 unless set; the seed is printed in every message.
 */
final class RandomKillsIT {
  private static final int KILLS = Integer.getInteger("lastcall.durable.kills", 8);

  @TempDir Path folder;

  private final long seed = Long.getLong("lastcall.durable.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void underLoadFromSeveralThreadsNothingIsLostAndEverythingEnds() throws IOException {
    Outside outside = new Outside(CrashChild.prepare(folder));
    Set<String> dead = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      String as = "seed " + seed + ", kill " + kill;
      ChildJvm child = child("load", Integer.toString(kill));
      if (random.nextInt(4) > 0) {
        child.awaitLine("working");
      } else {
        child.await("replay", () -> DurableSnapshot.isOne(folder.resolve("durable")));
      }
      killSoon(child, as);
      Accounts accounts = Accounts.of(folder);
      accounts.check(as);
      assertThat(accounts.dead).as("%s: dead letters vanished", as).containsAll(dead);
      dead = accounts.dead;
    }

    ChildJvm last = child("replay", "release");
    last.awaitLine("left 0");

    Accounts accounts = Accounts.of(folder);
    accounts.check("seed " + seed + ", at the end");
    assertThat(accounts.openKeys()).isEmpty();
    assertThat(accounts.textOf).as("there was work").hasSizeGreaterThan(KILLS * 5);
    assertThat(accounts.dead).as("there were dead letters").containsAll(dead);
    assertThat(outside.taken())
        .as("only what is a dead letter is still taken")
        .allMatch(lease -> isDead(accounts, lease));
    Accounts.checkOrder(outside.lines(), "seed " + seed);
  }

  @Test
  void whileTheJournalTurnsOverWhatIsOpenIsCarriedForward() throws IOException {
    CrashChild.prepare(folder);
    for (int kill = 0; kill < KILLS; kill++) {
      String as = "seed " + seed + ", kill " + kill;
      killSoon(child("carry", "0").awaitLine("ready"), as);
      Accounts accounts = Accounts.of(folder);
      accounts.check(as);
      Set<String> surplus = accounts.openKeys();
      surplus.removeAll(accounts.textOf.keySet());
      assertThat(surplus)
          .as("%s: all but one of each life are known", as)
          .hasSizeLessThan(kill + 2);
    }

    child("replay", "release").awaitLine("left 0");

    Accounts accounts = Accounts.of(folder);
    assertThat(accounts.openKeys()).isEmpty();
    assertThat(accounts.handled).containsAll(accounts.textOf.keySet());
  }

  private static boolean isDead(Accounts accounts, String lease) {
    return accounts.dead.stream()
        .map(key -> accounts.textOf.getOrDefault(key, ""))
        .anyMatch(text -> text.replace('/', '_').equals(lease));
  }

  /** The only wait that ends on time and not on a condition: the instant has to be random. */
  private void killSoon(ChildJvm child, String as) {
    LockSupport.parkNanos(random.nextInt(400_000_000));
    assertThat(child.process().isAlive()).as(as).isTrue();
    child.signal("KILL").awaitEnding();
  }

  private ChildJvm child(String does, String argument) {
    return ChildJvmBuilder.of(CrashChild.class, folder)
        .options("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .arguments(does, folder.toString(), argument)
        .start();
  }
}
