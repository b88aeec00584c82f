package dev.lastcall.orders;

import dev.lastcall.audit.AuditFault;
import dev.lastcall.audit.AuditKeys;
import dev.lastcall.audit.AuditVerdict;
import dev.lastcall.audit.AuditVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Whether the audit trail of the service is whole. Immutable.
 *
 * @param isWhole whether no line was altered, removed, inserted or moved
 * @param lines how many lines it has
 * @param words what a person should know
 */
public record AuditCheck(boolean isWhole, long lines, String words) {
  /** Verifies the trail in the directory of a service that is gone. */
  static AuditCheck of(Path directory) throws IOException {
    AuditVerdict verdict =
        AuditVerification.ofFolder(directory.resolve(Witnesses.AUDIT))
            .keys(AuditKeys.fromFile(directory.resolve(Witnesses.KEY)))
            .run();
    return new AuditCheck(
        verdict.isSound(),
        verdict.lines(),
        verdict
            .fault()
            .map(AuditFault::toString)
            .orElseGet(
                () ->
                    String.format(
                        Locale.ROOT,
                        "the chain of %,d lines is whole, %,d of them sealed",
                        verdict.lines(),
                        verdict.lines() - verdict.unsealed())));
  }
}
