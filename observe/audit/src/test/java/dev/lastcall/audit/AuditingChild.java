package dev.lastcall.audit;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that audits from several threads until it is killed, and writes down, in a file for
 * each thread, what it was told is kept. Arguments: folder of the trail, key file, folder of the
 * notes, prefix of their names.
 */
final class AuditingChild {
  private static final int THREADS = 4;
  private static final Outcome DONE = new Outcome.Completed(Duration.ofNanos(1));

  /**
   * Without pauses the threads fill the journal faster than a trail can be written; in the middle
   * of a run, so that a kill cuts some short.
   */
  private static final int BURST = 8;

  private static final long PAUSE_NANOS = 2_000_000;

  private AuditingChild() {}

  static AuditTrail open(Path folder, Path keyFile) {
    return AuditTrail.in(folder)
        .service("child")
        .keys(AuditKeys.fromFile(keyFile))
        .rotateBytes(32 << 10)
        .sealLines(25)
        .sealAfter(Duration.ofMillis(20))
        .open();
  }

  public static void main(String[] arguments) {
    AuditTrail trail = open(Path.of(arguments[0]), Path.of(arguments[1]));
    for (int thread = 0; thread < THREADS; thread++) {
      Path notes = Path.of(arguments[2], arguments[3] + "-" + thread);
      new Thread(() -> audit(trail, notes)).start();
    }
    System.out.println("auditing");
  }

  private static void audit(AuditTrail trail, Path notes) {
    try (FileChannel channel =
        FileChannel.open(notes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int number = 0; trail.lost() == 0; number++) {
        AuditIdentity identity = new AuditIdentity("CHG-" + number, "close");
        AuditedRun run = trail.begin(AuditRun.of(identity, "db"));
        if (trail.lost() == 0) {
          note(channel, "begin " + run.runId());
        }
        if (number % BURST == 0) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (run.ended(DONE)) {
          note(channel, "end " + run.runId());
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void note(FileChannel channel, String text) throws IOException {
    channel.write(ByteBuffer.wrap((text + '\n').getBytes(StandardCharsets.UTF_8)));
  }
}
