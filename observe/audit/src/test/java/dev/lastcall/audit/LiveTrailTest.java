package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.PlainCleanup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trails that are looked at while they are written, or before anything was. */
final class LiveTrailTest {
  private static final AuditKeys KEYS = TrailFixture.keys("first");
  private static final int FILES = 20;

  @TempDir Path folder;

  @Test
  void aTrailThatIsBeingWrittenAndRotatedIsWholeAtAnyTime() throws Exception {
    Path anchor = folder.resolve("anchor.jsonl");
    Path files = folder.resolve("trail");
    AuditTrail trail =
        AuditTrail.in(files)
            .service("orders")
            .keys(KEYS)
            .anchor(anchor)
            .rotateBytes(16 << 10)
            .open();
    assertThat(trail.failure()).isEmpty();
    AtomicBoolean stop = new AtomicBoolean();
    Thread writing = new Thread(() -> keepOnRecord(trail, stop));
    writing.start();
    try {
      while (writing.isAlive() && filesOf(files) < FILES) {
        if (Files.exists(anchor) && Files.size(anchor) > 0) {
          AuditVerdict verdict = AuditVerification.ofFolder(files).keys(KEYS).anchor(anchor).run();
          assertThat(verdict.fault()).isEmpty();
        }
      }
    } finally {
      stop.set(true);
      writing.join();
      assertThat(trail.close(Deadline.after(Duration.ofSeconds(60)))).isTrue();
    }
    assertThat(AuditVerification.ofFolder(files).keys(KEYS).anchor(anchor).run().unsealed())
        .isZero();
  }

  private static void keepOnRecord(AuditTrail trail, AtomicBoolean stop) {
    AuditRun run = AuditRun.of(new AuditIdentity("CHG-7", "release-lease"), "lease");
    PlainCleanup nothing = () -> {};
    try {
      while (!stop.get()) {
        trail.audited(run, nothing).run();
      }
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static int filesOf(Path folder) throws IOException {
    return TrailFile.in(folder).size();
  }

  @Test
  void aJournalThatHoldsNothingYetIsNoFault() throws IOException {
    TrailFixture trail = new TrailFixture(folder);
    trail.opened().run("CHG-7", 1).closed();
    Files.createDirectory(trail.folder.resolve(AuditFiles.JOURNAL));

    assertThat(trail.verdict().fault()).isEmpty();
    assertThat(AuditSearch.inFolder(trail.folder, "CHG-7")).hasSize(2);
  }
}
