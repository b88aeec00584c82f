package dev.lastcall.fuzz;

import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Outcome;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditRun;
import dev.lastcall.audit.AuditTrail;
import dev.lastcall.audit.AuditVerdict;
import dev.lastcall.audit.AuditVerification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Alters the file of an audit trail in any way: the verifier must throw nothing but {@link
 * IOException}, and must not call an altered file sound that ends with its last seal.
 */
public final class AuditVerifierFuzz {
  private static final int RUNS = 8;
  private static final Template TEMPLATE = Template.make();

  private AuditVerifierFuzz() {}

  /**
   * What the fuzzer calls.
   *
   * @param input see {@link Alterations}
   */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] altered = Alterations.apply(TEMPLATE.sound(), input);
    try {
      Files.write(TEMPLATE.file(), altered);
      AuditVerdict verdict =
          AuditVerification.ofFiles(List.of(TEMPLATE.file())).keys(TEMPLATE.keys()).run();
      boolean isWhole =
          verdict.isSound() && !verdict.unfinished() && verdict.lastSeq() == TEMPLATE.lastSeq();
      if (isWhole && verdict.unsealed() == 0 && !Arrays.equals(altered, TEMPLATE.sound())) {
        throw new IllegalStateException("an altered trail was called sound: " + verdict);
      }
    } catch (IOException unreadable) {
      return; // said so, which is all that is asked of a file that is none
    }
  }

  /** A trail that was closed. */
  private record Template(Path file, byte[] sound, AuditKeys keys, long lastSeq) {
    static Template make() {
      try {
        Path folder = Files.createTempDirectory("lastcall-fuzz-audit-");
        AuditKeys keys = AuditKeys.fromFile(keyFile(folder));
        Path trail = folder.resolve("trail");
        write(trail, keys);
        try (Stream<Path> files = Files.list(trail)) {
          Path file =
              files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
          AuditVerdict verdict = AuditVerification.ofFiles(List.of(file)).keys(keys).run();
          if (!verdict.isSound() || verdict.unsealed() != 0) {
            throw new IllegalStateException("the template itself: " + verdict);
          }
          return new Template(file, Files.readAllBytes(file), keys, verdict.lastSeq());
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static void write(Path trail, AuditKeys keys) {
      try (AuditTrail audit = AuditTrail.in(trail).service("fuzz").keys(keys).open()) {
        for (int i = 0; i < RUNS; i++) {
          audit.ran(
              AuditRun.of(new AuditIdentity("CHG-" + i, "close"), "db"),
              new Outcome.Completed(Duration.ofMillis(i)));
        }
      }
    }

    private static Path keyFile(Path folder) throws IOException {
      Path file =
          Files.createFile(
              folder.resolve("key"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(file, "k:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n");
    }
  }
}
