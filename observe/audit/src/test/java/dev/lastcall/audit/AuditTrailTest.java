package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitPlan.Verdict;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.StackSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTrailTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final AuditIdentity IDENTITY = new AuditIdentity("CHG-7", "close-db-connection");
  private static final AuditKeys KEYS = TrailFixture.keys("first");

  @TempDir Path folder;

  private AuditTrail open() {
    return AuditTrail.in(folder).service("orders").keys(KEYS).open();
  }

  private List<AuditHit> closedAndFound(AuditTrail trail) throws IOException {
    assertThat(trail.close(Deadline.after(LONG))).isTrue();
    AuditVerdict verdict = AuditVerification.ofFolder(folder).keys(KEYS).run();
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.unsealed()).isZero();
    assertThat(verdict.waiting()).isZero();
    return AuditSearch.inFolder(folder, "CHG-7");
  }

  private static ExitPlan.Node node(String name, Optional<AuditIdentity> audit) {
    return new ExitPlan.Node(
        name, CleanupKind.OTHER, List.of(), SECOND, SECOND, Duration.ZERO, audit);
  }

  private static void beginExit(AuditTrail trail, String... audited) {
    List<ExitPlan.Node> nodes = new java.util.ArrayList<>();
    nodes.add(node("plain", Optional.empty()));
    for (String name : audited) {
      nodes.add(node(name, Optional.of(IDENTITY)));
    }
    ExitPlan plan = new ExitPlan(nodes, List.of(), SECOND, SECOND, Verdict.FITS, List.of());
    ExitReason reason = new ExitReason(ExitReason.Door.SIGNAL, "SIGTERM");
    trail.onEvent(new ExitEvent.ExitBegan(Duration.ZERO, reason, plan));
  }

  private static void run(AuditTrail trail, String name, Outcome outcome) {
    trail.onEvent(new ExitEvent.CleanupBegan(SECOND, name, SECOND, "4bf92f"));
    trail.onEvent(new ExitEvent.CleanupEnded(SECOND, name, outcome));
  }

  @Test
  void everyOutcomeOfTheExitIsOnRecordAndOnlyOfAuditedCleanups() throws IOException {
    StackSample sample = new StackSample("lc:d", Thread.State.WAITING, List.of(), "", "");
    AuditTrail trail = open();
    beginExit(trail, "a", "b", "c", "d", "e");
    run(trail, "plain", new Outcome.Completed(SECOND));
    run(trail, "a", new Outcome.Completed(SECOND));
    run(trail, "b", new Outcome.Failed(SECOND, new IOException("refused")));
    run(trail, "c", new Outcome.TimedOut(SECOND, SECOND, sample));
    run(trail, "d", new Outcome.Abandoned(SECOND, SECOND, sample));
    trail.onEvent(new ExitEvent.CleanupEnded(SECOND, "e", new Outcome.Skipped("b failed")));

    List<AuditHit> hits = closedAndFound(trail);
    assertThat(hits)
        .extracting(hit -> hit.member("type") + ' ' + hit.member("cleanup"))
        .containsExactly(
            "begin a", "end a", "begin b", "end b", "begin c", "end c", "begin d", "end d",
            "end e");
    assertThat(hits)
        .extracting(hit -> hit.member("outcome"))
        .filteredOn(word -> !word.isEmpty())
        .containsExactly("completed", "failed", "timed-out", "abandoned", "skipped");
    assertThat(hits.get(3).member("detail")).isEqualTo("java.io.IOException: refused");
    assertThat(hits.get(8).member("detail")).isEqualTo("b failed");
    assertThat(hits.get(0).member("trace.id")).isEqualTo("4bf92f");
    assertThat(hits.get(0).member("reason")).isEqualTo("SIGTERM");
  }

  @Test
  void aCleanupOutsideOfTheGraphIsOnRecordWhereverItRuns() throws Exception {
    AuditTrail trail = open();
    PlainCleanup plain = () -> {};
    trail.audited(AuditRun.of(IDENTITY, "lock"), plain).run();
    Cleanup failing =
        context -> {
          throw new IllegalStateException("stuck");
        };
    CleanupContext context = new CleanupContext("x", Deadline.after(SECOND), "trace-1");
    Cleanup audited = trail.audited(new AuditRun(IDENTITY, "file", 3, ""), failing);
    assertThatThrownBy(() -> audited.run(context)).hasMessage("stuck");
    Cleanup late = told -> {};
    trail
        .audited(AuditRun.of(IDENTITY, "late"), late)
        .run(new CleanupContext("x", Deadline.after(Duration.ZERO), ""));

    List<AuditHit> hits = closedAndFound(trail);
    assertThat(hits)
        .extracting(hit -> hit.member("outcome"))
        .containsExactly("", "completed", "", "failed", "", "timed-out");
    assertThat(hits.get(3).member("attempt")).isEqualTo("3");
    assertThat(hits.get(3).member("trace.id")).isEqualTo("trace-1");
  }

  @Test
  void aRunThatIsOverCanBePutOnRecordWithItsAttempt() throws IOException {
    AuditTrail trail = open();
    boolean isKept =
        trail.ran(new AuditRun(IDENTITY, "lease", 2, ""), new Outcome.Completed(SECOND));
    AuditedRun run = trail.begin(AuditRun.of(IDENTITY, "lease"));
    assertThat(run.ended(new Outcome.Skipped("not mine"))).isTrue();
    assertThat(run.ended(new Outcome.Completed(SECOND))).isFalse();

    assertThat(isKept).isTrue();
    List<AuditHit> hits = closedAndFound(trail);
    assertThat(hits)
        .extracting(hit -> hit.member("outcome"))
        .containsExactly("completed", "", "skipped");
    assertThat(hits.get(0).member("attempt")).isEqualTo("2");
    assertThat(hits.get(2).member("run")).isEqualTo(run.runId());
  }

  @Test
  void aFlushBringsEverythingIntoTheTrailAndSealsIt() throws IOException {
    try (AuditTrail trail = open()) {
      trail.ran(AuditRun.of(IDENTITY, "lease"), new Outcome.Completed(SECOND));
      trail.flush(Deadline.after(LONG));

      AuditVerdict verdict = AuditVerification.ofFolder(folder).keys(KEYS).run();
      assertThat(verdict.unsealed()).isZero();
      assertThat(AuditSearch.inFolder(folder, "CHG-7")).hasSize(1);
      trail.flush(Deadline.after(LONG));
      assertThat(AuditVerification.ofFolder(folder).run().lastSeq()).isEqualTo(verdict.lastSeq());
    }
  }

  @Test
  void aTrailGoesOnAfterARestartAndOnlyWhatIsMissingInBetweenIsSaid() throws IOException {
    for (int start = 0; start < 3; start++) {
      AuditTrail trail = open();
      trail.ran(AuditRun.of(IDENTITY, "lease"), new Outcome.Completed(SECOND));
      assertThat(closedAndFound(trail)).hasSize(start + 1);
    }
  }

  @Test
  void aTrailWhoseEndWasCutOffWhileNobodyWatchedSaysSo() throws IOException {
    AuditTrail first = open();
    first.ran(AuditRun.of(IDENTITY, "lease"), new Outcome.Completed(SECOND));
    closedAndFound(first);
    Path file = TrailFile.in(folder).get(0).path();
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 2));

    AuditFault fault = AuditVerification.ofFolder(folder).keys(KEYS).run().fault().orElseThrow();
    assertThat(fault.kind()).isEqualTo(AuditFault.Kind.TRUNCATED);
    assertThat(fault.seq()).isEqualTo(3);
    List<String> found = new java.util.concurrent.CopyOnWriteArrayList<>();
    AuditTrail next =
        AuditTrail.in(folder)
            .service("orders")
            .keys(KEYS)
            .onFinding(finding -> found.add(finding.id()))
            .open();
    assertThat(next.close(Deadline.after(LONG))).isTrue();
    assertThat(found).contains("audit-trail-shortened");
    assertThat(Files.readString(file)).contains("\"type\":\"lost\"", "\"count\":3");
  }

  @Test
  void aJournalThatWasThrownAwayLosesNothingThatComesAfterIt() throws IOException {
    AuditTrail first = open();
    for (int i = 0; i < 10; i++) {
      first.ran(AuditRun.of(IDENTITY, "lease"), new Outcome.Completed(SECOND));
    }
    closedAndFound(first);
    Path journal = folder.resolve(AuditFiles.JOURNAL);
    try (var files = Files.list(journal)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    AuditTrail next = open();
    next.ran(AuditRun.of(IDENTITY, "lease"), new Outcome.Completed(SECOND));

    assertThat(closedAndFound(next)).hasSize(11);
  }

  @Test
  void whatIsMissingOrWrongIsRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditTrail.in(folder).withoutSeals().open())
        .withMessage("service: none (expected: the name of what is running)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditTrail.in(folder).service("orders").open())
        .withMessageStartingWith("keys: none (expected: AuditKeys.fromFile, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditTrail.in(folder).service(" "))
        .withMessageStartingWith("service: \" \" (expected: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditTrail.in(folder).retention(Duration.ofHours(23)))
        .withMessage("retention: PT23H (expected: a day at least)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditTrail.in(folder).rotateBytes(100))
        .withMessage("rotateBytes: 100 (expected: 4096 to 1073741824)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AuditRun(IDENTITY, "lease", 0, ""))
        .withMessageStartingWith("attempt: 0 (expected: ");
  }

  @Test
  void aFolderThatCannotBeUsedIsToldAndCountedAndThrowsNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    AuditTrail trail = AuditTrail.in(file).service("orders").keys(KEYS).open();
    trail.audited(AuditRun.of(IDENTITY, "lease"), (PlainCleanup) () -> {}).run();

    assertThat(trail.failure()).isPresent();
    assertThat(trail.lost()).isEqualTo(3);
    trail.close(Deadline.after(Duration.ZERO));
  }
}
