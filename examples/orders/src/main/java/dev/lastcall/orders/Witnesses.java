package dev.lastcall.orders;

import static java.time.Duration.ofMillis;

import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditRun;
import dev.lastcall.audit.AuditTrail;
import dev.lastcall.durable.DurableRun;
import dev.lastcall.recorder.ExitRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is on record of the service whatever becomes of it: the exit as it happens, the last
 * metrics, the audit trail.
 *
 * @param recorder the exit and the metrics
 * @param audit the trail
 */
record Witnesses(ExitRecorder recorder, AuditTrail audit) {
  /** The folder of the recorder, in the directory of the service. */
  static final String RECORDER = "recorder";

  /** The folder of the audit trail. */
  static final String AUDIT = "audit";

  /** The file with the key of the trail's seals. */
  static final String KEY = "audit.key";

  private static final int KEY_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Opens both in the directory of the service. */
  static Witnesses open(Path directory) throws IOException {
    return new Witnesses(
        ExitRecorder.in(directory.resolve(RECORDER)).open(),
        AuditTrail.in(directory.resolve(AUDIT))
            .service("orders")
            .keys(AuditKeys.fromFile(directory.resolve(KEY)))
            .open());
  }

  /** Has the metrics put on record from now on. */
  void watch(Supplier<String> metrics) {
    recorder.snapshots(ofMillis(250), metrics);
  }

  /** Puts a run of a durable cleanup on record. */
  void ran(DurableRun run) {
    run.audit()
        .ifPresent(
            identity ->
                audit.ran(
                    new AuditRun(identity, run.handler(), run.attempt(), run.traceId()),
                    run.outcome()));
  }

  /** Makes the key that the service is given from outside, unless it is there. */
  static void makeKey(Path directory) throws IOException {
    Path file = directory.resolve(KEY);
    if (Files.exists(file)) {
      return;
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(file, "demo:" + Base64.getEncoder().encodeToString(key) + "\n");
  }
}
