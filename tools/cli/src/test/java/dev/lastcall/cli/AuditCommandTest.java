package dev.lastcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditRun;
import dev.lastcall.audit.AuditTrail;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditCommandTest {
  private static final Terminal TERMINAL = new Terminal(false, false, 100, StandardCharsets.UTF_8);
  private static final AuditIdentity IDENTITY = new AuditIdentity("CHG-7", "close-db-connection");

  @TempDir Path root;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path trail = Path.of("");
  private Path key = Path.of("");
  private Path anchor = Path.of("");

  @BeforeEach
  void makeKey() throws IOException {
    trail = root.resolve("trail");
    anchor = root.resolve("anchor.jsonl");
    key =
        Files.writeString(
            root.resolve("audit.key"), "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  private AuditTrail open() {
    return AuditTrail.in(trail)
        .service("orders")
        .keys(AuditKeys.fromFile(key))
        .anchor(anchor)
        .open();
  }

  private void auditOneRun() {
    try (AuditTrail open = open()) {
      open.begin(AuditRun.of(IDENTITY, "db")).ended(new Outcome.Completed(Duration.ofMillis(3)));
    }
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(trail)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  private int audit(String... arguments) {
    String[] all = Stream.concat(Stream.of("audit"), Stream.of(arguments)).toArray(String[]::new);
    return LastcallCommand.run(
        TERMINAL, new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private int verify(String... more) {
    return audit(
        Stream.concat(
                Stream.of("verify", trail.toString(), "--key", key.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aSoundTrailEndsWithZero() throws IOException {
    auditOneRun();

    assertThat(verify("--sealed", "--anchor", anchor.toString())).isZero();
    assertThat(out.toString()).isEqualTo(trail + ": sound, lines 1 to 6 in 1 file, 2 seals\n");
    assertThat(audit("verify", file().toString(), "--chain-only")).isZero();
    assertThat(out.toString()).contains("seals were not checked: no key was given");
  }

  @Test
  void theFirstAlteredLineIsNamedAndTheEndIsOne() throws IOException {
    auditOneRun();
    Path file = file();
    Files.writeString(file, Files.readString(file).replace("completed", "abandoned"));

    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(file + ":4: altered: this line is not what was written\n")
        .contains(trail + ": BROKEN, 3 lines in front of it are sound");
    assertThat(verify("--json")).isEqualTo(1);
    assertThat(out.toString()).contains("{\"sound\":false,\"fault\":{\"kind\":\"altered\",");
  }

  @Test
  void withoutAKeyNothingIsCalledSound() {
    auditOneRun();

    assertThat(audit("verify", trail.toString())).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("key: none (expected: --key FILE, LASTCALL_AUDIT_KEY or --chain-only)\n");
  }

  @Test
  void whatIsNotThereEndsWithTwo() {
    assertThat(verify()).isEqualTo(2);
    assertThat(err.toString()).startsWith("file: " + trail + " (expected: a file or directory");
    assertThat(audit()).isEqualTo(2);
    assertThat(err.toString()).contains("COMMAND: missing (expected: verify, find or close)");
    assertThat(audit("find", "CHG-7", root.resolve("none").toString())).isEqualTo(2);
    assertThat(audit("close", root.resolve("none").toString(), "--without-seals")).isEqualTo(2);
  }

  @Test
  void anIdIsFollowedOverRestarts() throws IOException {
    auditOneRun();
    auditOneRun();

    assertThat(audit("find", "CHG-7", trail.toString())).isZero();
    assertThat(out.toString().lines()).hasSize(4);
    assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
        .matches(
            "\\S+  completed       close-db-connection by db, 3 ms  .*/\\d+  audit-000001-.*:4");
    assertThat(audit("find", "CHG-8", trail.toString())).isEqualTo(1);
    assertThat(out.toString()).endsWith("nothing is on record under CHG-8\n");
    assertThat(audit("find", "CHG-7", file().toString(), "--json")).isZero();
    assertThat(out.toString()).contains("\"auditId\":\"CHG-7\"");
  }

  @Test
  void theTrailOfADeadProcessIsCompleted() throws IOException {
    AuditTrail dead = open();
    dead.begin(AuditRun.of(IDENTITY, "db"));
    assertThat(dead.close(Deadline.after(Duration.ofSeconds(60)))).isTrue();

    assertThat(audit("close", trail.toString(), "--key", key.toString())).isZero();
    assertThat(out.toString()).isEqualTo(trail + ": complete\n");
    assertThat(Files.readString(file())).contains("\"outcome\":\"unknown-killed\"");
    assertThat(verify("--sealed")).isZero();
  }

  @Test
  void theTrailOfALivingProcessIsLeftAlone() {
    try (AuditTrail living = open()) {
      assertThat(audit("close", trail.toString(), "--key", key.toString())).isEqualTo(2);
      assertThat(err.toString())
          .contains("folder: " + trail + " (expected: one that can be opened");
      assertThat(living.failure()).isEmpty();
    }
  }
}
