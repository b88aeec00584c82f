package dev.lastcall.recorder;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.api.Registration;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A program with a recorder, which hangs where its first argument says; it keeps a diary of its own
 * in the file {@code truth}.
 */
@SuppressWarnings("SystemOut")
final class RecordedProgram {
  static final Duration GRACE = ofSeconds(60);
  static final String RECORDER = "recorder";
  static final String TRUTH = "truth";
  private static final int NODES = 60;

  private final Place place;
  private final FileChannel truth;

  private RecordedProgram(Place place) throws IOException {
    this.place = place;
    this.truth =
        FileChannel.open(Path.of(TRUTH), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Where the program hangs, or what is odd about it. */
  enum Place {
    NOWHERE,
    READY,
    DRAIN,
    CLEAN,
    FLUSH,
    REPORT,
    RANDOM_GRAPH,
    MEMORY,
    FULL_HEAP
  }

  /** Hangs where the first argument says; the second is a seed. */
  public static void main(String[] arguments) throws Exception {
    new RecordedProgram(Place.valueOf(arguments[0])).run(Long.parseLong(arguments[1]));
  }

  private void run(long seed) throws InterruptedException {
    ExitRecorder recorder = ExitRecorder.in(Path.of(RECORDER)).open();
    Lastcall.Builder builder =
        Lastcall.builder()
            .gracePeriod(GRACE)
            .drainAtMost(ofSeconds(30))
            .quietPeriod(ofMillis(1))
            .recorder(recorder)
            .recorder(this::watch);
    Lastcall lastcall = builder.install();
    AtomicInteger scrapes = new AtomicInteger();
    recorder.snapshots(ofMillis(100), () -> "scrapes_total " + scrapes.incrementAndGet() + "\n");
    if (place == Place.RANDOM_GRAPH) {
      randomGraph(lastcall, new Random(seed));
    } else {
      knownGraph(lastcall);
    }
    flush(lastcall);
    if (place == Place.DRAIN) {
      lastcall.requests().begin();
    }
    lastcall.ready();
    say("ready");
    begin(lastcall);
  }

  private void begin(Lastcall lastcall) throws InterruptedException {
    if (place == Place.MEMORY) {
      fillMemory();
    }
    if (place == Place.FULL_HEAP) {
      Hoard.fill();
    }
    lastcall.awaitExit();
  }

  /** One that ends, one that hangs, two that wait for it, and one beside them. */
  private void knownGraph(Lastcall lastcall) {
    Registration http =
        lastcall.defer(named("http").within(ofSeconds(5)), () -> diary("http", () -> {}));
    lastcall.defer(
        named("cache").within(ofSeconds(5)),
        () -> {
          throw new IllegalStateException("cache is gone");
        });
    Registration outbox =
        lastcall.defer(
            named("outbox").within(ofSeconds(40)).after(http),
            () -> diary("outbox", () -> hangIf(Place.CLEAN)));
    lastcall.defer(named("db").within(ofSeconds(3)).after(outbox), () -> diary("db", () -> {}));
    lastcall.defer(
        named("broker").within(ofSeconds(3)).after(outbox), () -> diary("broker", () -> {}));
  }

  private void randomGraph(Lastcall lastcall, Random random) {
    List<Registration> all = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      String name = "node-" + i;
      Duration time = ofMillis(random.nextInt(40));
      Registration[] after = {};
      if (i > 2) {
        after = new Registration[] {all.get(random.nextInt(i)), all.get(i - 1 - random.nextInt(3))};
      }
      all.add(
          lastcall.defer(
              named(name).within(ofSeconds(20)).after(after),
              () -> diary(name, () -> LockSupport.parkNanos(time.toNanos()))));
    }
  }

  private void flush(Lastcall lastcall) {
    lastcall.flushLast(
        "audit",
        new FlushTarget() {
          @Override
          public void flush(Deadline deadline) {
            write("flush audit");
          }

          @Override
          public void rehearse(Deadline deadline) {
            hangIf(Place.READY);
          }
        });
  }

  /** Another recorder, behind ours: it hangs on the thread of the exit. */
  private void watch(ExitEvent event) {
    if (event instanceof ExitEvent.TargetFlushed) {
      hangIf(Place.FLUSH);
    }
    if (event instanceof ExitEvent.PhaseBegan phase && phase.phase() == ExitPhase.REPORT) {
      hangIf(Place.REPORT);
    }
    if (event instanceof ExitEvent.PhaseBegan phase && phase.phase() == ExitPhase.DRAIN) {
      say("draining");
    }
  }

  private void diary(String name, Runnable work) {
    write("began " + name);
    work.run();
    write("ended " + name);
  }

  private void hangIf(Place where) {
    if (place == where) {
      say("hangs");
      CountDownLatch never = new CountDownLatch(1);
      while (never.getCount() > 0) {
        LockSupport.parkNanos(this, Long.MAX_VALUE);
      }
    }
  }

  private void write(String line) {
    try {
      truth.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void fillMemory() {
    while (true) {
      ByteBuffer more = ByteBuffer.allocateDirect(1 << 20);
      for (int at = 0; at < more.capacity(); at += 4096) {
        more.put(at, (byte) 1);
      }
      Hoard.KEPT.add(more);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /**
   * Holds the heap down to pieces of 16 KiB. With none at all a JVM cannot hand SIGTERM to anybody:
   * it says "OutOfMemoryError occurred dispatching signal" and goes on.
   */
  private static final class Hoard {
    private static final List<Object> KEPT = new ArrayList<>(1 << 20);

    private static final byte[] FULL = "full\n".getBytes(StandardCharsets.UTF_8);

    static void fill() {
      int size = 1 << 20;
      while (size >= 16 << 10) {
        try {
          KEPT.add(new byte[size]);
        } catch (OutOfMemoryError full) {
          size /= 2;
        }
      }
      System.out.write(FULL, 0, FULL.length);
      System.out.flush();
    }
  }
}
