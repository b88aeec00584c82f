package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** The process that is killed. Arguments: what to do, the folder, a seed. */
final class CrashChild {
  private static final int THREADS = 3;
  private static final int MOST_LEFT_OPEN = 60;

  private final Outside outside;
  private final DurableCleanups durable;
  private final String run = Long.toString(ProcessHandle.current().pid());

  private CrashChild(Path folder, String handlerDoes) {
    outside = new Outside(folder);
    durable =
        DurableCleanups.in(folder.resolve("durable"))
            .capacityBytes(1 << 20)
            .mode(Mode.STRICT)
            .retry(RetryPolicy.attempts(3).backOff(ofMillis(1), ofMillis(2)))
            .handler(named("release").within(ofSeconds(60)), intent -> handle(intent, handlerDoes))
            .handler(named("fail").within(ofSeconds(60)), outside::fail)
            .withoutBackground()
            .open();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "defer" -> new CrashChild(folder, "release").deferSome(Integer.parseInt(arguments[2]));
      case "replay" -> new CrashChild(folder, arguments[2]).replay();
      case "load" -> new CrashChild(folder, "release").load(Long.parseLong(arguments[2]));
      case "carry" -> new CrashChild(folder, "release").carry();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private void handle(DurableIntent intent, String does) throws IOException, InterruptedException {
    switch (does) {
      case "hang" -> {
        outside.note("began", intent);
        say("hanging");
        Thread.sleep(Long.MAX_VALUE);
      }
      case "die" -> {
        outside.release(intent);
        killMyself();
      }
      case "slowly" -> {
        outside.release(intent);
        Thread.sleep(5); // so that whoever watches can kill it before all is done
      }
      default -> outside.release(intent);
    }
  }

  private void deferSome(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      outside.noteOpen(durable.defer("release", run + "/" + i), run + "/" + i);
    }
    say("deferred");
    LockSupport.park();
  }

  private void replay() throws InterruptedException {
    ReplayResult result = durable.replay(ofMinutes(1));
    say("left " + result.left().size());
    durable.close();
  }

  /** Much that is soon closed, and now and then one that stays: the journal turns over quickly. */
  private void carry() throws IOException {
    say("ready");
    int left = durable.openIntents().size();
    for (int i = 0; true; i++) {
      String text = run + "/" + i;
      DurableCleanup lease = durable.defer("release", text);
      if (i % 997 == 0 && left < 4 * MOST_LEFT_OPEN) {
        left++;
        outside.noteOpen(lease, text);
      } else {
        lease.complete();
      }
    }
  }

  /** First what earlier processes left, then work, until killed. */
  private void load(long seed) throws InterruptedException {
    outside.mark("replay " + run);
    durable.replay(ofMinutes(1));
    outside.mark("work " + run);
    say("working");
    for (int thread = 0; thread < THREADS; thread++) {
      Random random = new Random(seed * THREADS + thread);
      String name = run + "/" + thread + "/";
      new Thread(() -> work(random, name)).start();
    }
    LockSupport.park();
  }

  private void work(Random random, String name) {
    int left = 0;
    for (int i = 0; true; i++) {
      int choice = random.nextInt(100);
      try {
        left += one(choice < 3 && left < MOST_LEFT_OPEN / THREADS ? 100 : choice, name + i) ? 1 : 0;
      } catch (IOException failure) {
        say("failed " + failure);
        return;
      }
    }
  }

  /** One piece of work; true if its intent is left open. */
  private boolean one(int choice, String text) throws IOException {
    boolean fails = choice == 3;
    DurableCleanup lease = durable.defer(fails ? "fail" : "release", text);
    outside.noteOpen(lease, text);
    outside.take(text);
    if (choice == 100) {
      return true;
    }
    if (choice < 30) {
      outside.giveBack(text);
      outside.mark("closing " + lease.idempotencyKey());
      lease.complete();
      outside.noteClosed(lease);
    } else if (lease.run().isCompleted()) {
      outside.noteClosed(lease);
    }
    return fails;
  }

  private static void killMyself() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-KILL", Long.toString(ProcessHandle.current().pid())).start();
    Thread.sleep(Long.MAX_VALUE);
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }

  /** Makes the folder of a test. */
  static Path prepare(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("leases"));
    return folder;
  }
}
