package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastcall.api.Deadline;
import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that audit from several threads are killed at random instants, also while they recover,
 * rotate and seal. {@code -Dlastcall.audit.kills=N} kills as many; 10 unless set.
 */
final class AuditKillIT {
  private static final int KILLS = Integer.getInteger("lastcall.audit.kills", 10);
  private static final int LONGEST_RUN_MILLIS = 300;
  private static final int LONGEST_START_MILLIS = 1_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;

  private Path trail = Path.of("");
  private Path key = Path.of("");
  private Path notes = Path.of("");

  @BeforeEach
  void makeKey() throws IOException {
    trail = root.resolve("trail");
    notes = Files.createDirectory(root.resolve("notes"));
    key = root.resolve("audit.key");
    Files.writeString(key, "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void whatAKilledProcessWasToldIsKeptIsOnRecordExactlyOnce() throws IOException {
    long seed = Long.getLong("lastcall.audit.seed", new Random().nextLong());
    System.out.println("AuditKillIT: -Dlastcall.audit.seed=" + seed);
    Random random = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm child = start(kill)) {
        if (kill % 3 != 2) {
          child.awaitLine("auditing");
          pause(random.nextInt(LONGEST_RUN_MILLIS));
        } else {
          pause(random.nextInt(LONGEST_START_MILLIS)); // somewhere in its start and recovery
        }
        child.signal("KILL").awaitEnding();
      }
    }

    try (AuditTrail last = AuditingChild.open(trail, key)) {
      assertThat(last.close(Deadline.after(Duration.ofMinutes(2)))).isTrue();
    }
    AuditVerdict verdict = AuditVerification.ofFolder(trail).keys(AuditKeys.fromFile(key)).run();
    assertThat(verdict.fault()).as("seed %s", seed).isEmpty();
    assertThat(verdict.unsealed()).isZero();
    assertThat(verdict.waiting()).isZero();
    assertThat(verdict.unfinished()).isFalse();
    compare(seed);
  }

  private ChildJvm start(int number) {
    return ChildJvmBuilder.of(AuditingChild.class, root)
        .options("-Xshare:auto", "-XX:TieredStopAtLevel=1")
        .arguments(trail.toString(), key.toString(), notes.toString(), Integer.toString(number))
        .start();
  }

  private static void pause(int millis) {
    Deadline until = Deadline.after(Duration.ofMillis(millis));
    while (!until.isExpired()) {
      LockSupport.parkNanos(until.remainingNanos());
    }
  }

  private void compare(long seed) throws IOException {
    Map<String, List<String>> recorded = recorded();
    List<String> acknowledged = acknowledged();
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    List<String> wrong = new ArrayList<>();
    for (String note : acknowledged) {
      List<String> outcomes = recorded.getOrDefault(note, List.of());
      boolean isEnd = note.startsWith("end ");
      if (outcomes.size() != 1 || (isEnd && !outcomes.get(0).equals("completed"))) {
        wrong.add(note + ' ' + outcomes);
      }
    }
    recorded.forEach(
        (run, lines) -> {
          String other =
              run.startsWith("begin ")
                  ? run.replace("begin ", "end ")
                  : run.replace("end ", "begin ");
          if (lines.size() != 1 || recorded.getOrDefault(other, List.of()).size() != 1) {
            wrong.add(run + ' ' + lines);
          }
        });
    assertThat(wrong).as("seed %s", seed).isEmpty();
    assertThat(recorded.values()).as("cut short").contains(List.of("unknown-killed"));
    System.out.printf(
        "%d kills, %d acknowledged, %d on record, 0 missing, 0 twice%n",
        KILLS, acknowledged.size(), recorded.size());
  }

  /** The outcomes by "begin RUN" and "end RUN"; that of a begin is empty. */
  private Map<String, List<String>> recorded() throws IOException {
    Map<String, List<String>> recorded = new HashMap<>();
    for (TrailFile file : TrailFile.in(trail)) {
      for (String text : Files.readAllLines(file.path())) {
        JsonNode line = JSON.readTree(text);
        if (line.has("run")) {
          String name = line.get("type").asText() + ' ' + line.get("run").asText();
          recorded
              .computeIfAbsent(name, key -> new ArrayList<>())
              .add(line.path("outcome").asText());
        }
      }
    }
    return recorded;
  }

  private List<String> acknowledged() throws IOException {
    List<String> acknowledged = new ArrayList<>();
    try (Stream<Path> files = Files.list(notes)) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        acknowledged.addAll(text.substring(0, text.lastIndexOf('\n') + 1).lines().toList());
      }
    }
    return acknowledged;
  }
}
