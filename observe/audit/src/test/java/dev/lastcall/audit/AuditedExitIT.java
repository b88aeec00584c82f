package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.Deadline;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/audit.md as a process that gets real signals. */
final class AuditedExitIT {
  private static final String ID = "CHG-2026-0417";

  @TempDir Path root;

  private Path trail = Path.of("");
  private Path key = Path.of("");

  @BeforeEach
  void makeKey() throws IOException {
    trail = root.resolve("trail");
    key = root.resolve("audit.key");
    Files.writeString(key, "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  private ChildJvm start(long millis) {
    return ChildJvmBuilder.of(AuditExample.class, root)
        .options("-Xshare:auto", "-XX:TieredStopAtLevel=1")
        .arguments(trail.toString(), key.toString(), Long.toString(millis))
        .start()
        .awaitLine("ready");
  }

  private AuditVerdict verdict() throws IOException {
    return AuditVerification.ofFolder(trail).keys(AuditKeys.fromFile(key)).run();
  }

  @Test
  void anOrderlyExitIsOnRecordAndSealedBeforeTheProcessEnds() throws IOException {
    try (ChildJvm child = start(10)) {
      child.signal("TERM");
      assertThat(child.awaitEnding().exitCode()).isZero();
    }

    List<AuditHit> hits = AuditSearch.inFolder(trail, ID);
    assertThat(hits).hasSize(2).noneMatch(AuditHit::isWaiting);
    assertThat(hits.get(1).member("outcome")).isEqualTo("completed");
    assertThat(hits.get(0).member("reason")).contains("SIGTERM");
    assertThat(hits.get(0).member("user.name")).isEqualTo("deploy-bot");
    AuditVerdict verdict = verdict();
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.sealedThrough()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void aKillInMidExitIsOnRecordAndTheNextStartSaysWhatWasCutShort() throws IOException {
    try (ChildJvm child = start(60_000)) {
      child.signal("TERM").awaitLine("closing");
      child.signal("KILL").awaitEnding();
    }
    List<AuditHit> left = AuditSearch.inFolder(trail, ID);
    assertThat(left).extracting(hit -> hit.member("type")).containsExactly("begin");

    try (ChildJvm next = start(10)) {
      next.signal("TERM").awaitEnding();
    }
    try (AuditTrail last = AuditingChild.open(trail, key)) {
      assertThat(last.close(Deadline.after(Duration.ofSeconds(60)))).isTrue();
    }
    assertThat(AuditSearch.inFolder(trail, ID))
        .extracting(hit -> hit.member("outcome"))
        .containsExactly("", "unknown-killed", "", "completed");
    assertThat(verdict().fault()).isEmpty();
    assertThat(verdict().unsealed()).isZero();
  }
}
