package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AuditPolicyTest {
  private static final CleanupSpec POOL = CleanupSpec.named("orders-db").kind(CleanupKind.POOL);

  @Test
  void strictModeRefusesACleanupWithoutAnIdentity() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditPolicy.everyCleanup().admit(POOL, Mode.STRICT))
        .withMessage(
            "audit: none (expected: audited(auditId, auditAction) for \"orders-db\", as every"
                + " cleanup must have one)");
  }

  @Test
  void permissiveModeFindsIt() {
    Optional<Finding> finding = AuditPolicy.everyCleanup().admit(POOL, Mode.PERMISSIVE);

    assertThat(finding).get().extracting(Finding::id).isEqualTo("audit-identity-missing");
    assertThat(finding.orElseThrow().message()).startsWith("audit: none (expected: ");
  }

  @Test
  void whoHasAnIdentityIsAdmitted() {
    CleanupSpec audited = POOL.audited("CHG-7", "close-db-connection");

    assertThat(AuditPolicy.everyCleanup().admit(audited, Mode.STRICT)).isEmpty();
  }

  @Test
  void aPolicyDemandsItOfKindsOrOfNamesAndOfNobodyElse() {
    assertThat(demands(AuditPolicy.ofKinds(CleanupKind.PRODUCER, CleanupKind.POOL), POOL)).isTrue();
    assertThat(demands(AuditPolicy.ofKinds(CleanupKind.SERVER), POOL)).isFalse();
    assertThat(demands(AuditPolicy.named("orders-*"), POOL)).isTrue();
    assertThat(demands(AuditPolicy.named("*-d*"), POOL)).isTrue();
    assertThat(demands(AuditPolicy.named("orders-db"), POOL)).isTrue();
    assertThat(demands(AuditPolicy.named("orders"), POOL)).isFalse();
    assertThat(demands(AuditPolicy.named("orders.db"), POOL)).isFalse();
    assertThat(demands(AuditPolicy.named("\\E*"), POOL)).isFalse();
  }

  @Test
  void aPatternOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditPolicy.named(""))
        .withMessageStartingWith("pattern: \"\" (expected: ");
  }

  private static boolean demands(AuditPolicy policy, CleanupSpec spec) {
    return policy.admit(spec, Mode.PERMISSIVE).isPresent();
  }
}
