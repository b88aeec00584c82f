package dev.lastcall.bench;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditRun;
import dev.lastcall.audit.AuditTrail;
import dev.lastcall.audit.AuditVerdict;
import dev.lastcall.audit.AuditVerification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Checks an audit trail that lies in the page cache: hashes, chain, seals; beside plain SHA-256 of
 * the same bytes, which nobody can be faster than.
 *
 * <p>{@code proofs/bench/bench verify}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Against("sha256")
@Per("megabyte")
public class VerifyBenchmark {
  private static final long MEGABYTE = 1_000_000;
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int RUNS_AT_ONCE = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** How long the trail is, roughly. */
  @Param("64")
  private int megabytes = 64;

  private Path root = Path.of("");
  private Path trail = Path.of("");
  private @Nullable AuditKeys keys;
  private List<Path> files = List.of();

  @Setup
  public void write() throws IOException {
    root = Files.createTempDirectory("lastcall-verify");
    trail = root.resolve("trail");
    Path key = root.resolve("audit.key");
    Files.writeString(key, "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    AuditKeys made = AuditKeys.fromFile(key);
    keys = made;
    AuditRun run = AuditRun.of(new AuditIdentity("CHG-7", "close-db-connection"), "orders-db");
    try (AuditTrail open = AuditTrail.in(trail).service("orders").keys(made).open()) {
      while (size() < megabytes * MEGABYTE) {
        for (int i = 0; i < RUNS_AT_ONCE; i++) {
          open.begin(run).ended(new Outcome.Completed(Duration.ofMillis(3)));
        }
        open.flush(Deadline.after(PATIENCE));
      }
    }
    size();
  }

  private long size() throws IOException {
    long sum = 0;
    try (Stream<Path> paths = Files.list(trail)) {
      files = paths.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    for (Path file : files) {
      sum += Files.size(file);
    }
    return sum;
  }

  @TearDown
  public void delete() throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public Object verify() throws IOException {
    AuditVerdict verdict =
        AuditVerification.ofFolder(trail).keys(Objects.requireNonNull(keys)).run();
    if (!verdict.isSound() || verdict.unsealed() > 0) {
      throw new AssertionError(verdict);
    }
    return verdict;
  }

  @Benchmark
  public Object sha256() throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] buffer = new byte[BUFFER_BYTES];
    for (Path file : files) {
      try (InputStream input = Files.newInputStream(file)) {
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
    return digest.digest();
  }
}
