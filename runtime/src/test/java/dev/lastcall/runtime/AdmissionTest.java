package dev.lastcall.runtime;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.AuditIdentity;
import dev.lastcall.api.Auditable;
import dev.lastcall.api.CleanupAdmission;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.PlainCleanup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
  private static final CleanupAdmission AUDIT_DEMANDED =
      (spec, mode) -> {
        if (spec.audit().isPresent()) {
          return Optional.empty();
        }
        if (mode == Mode.STRICT) {
          throw Arguments.refusal("audit", "none", "an audit identity, cleanup: " + spec.name());
        }
        return Optional.of(
            new Finding("audit-missing", Finding.Severity.WARNING, spec.name(), "give it one"));
      };

  private final Findings findings = new Findings();

  private Admission admission(Mode mode) {
    return new Admission(List.of(AUDIT_DEMANDED), mode, findings::add);
  }

  @Test
  void aRuleRefusesInStrictModeAndFindsInPermissiveMode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> admission(Mode.STRICT).admitted(named("db"), new Object()))
        .withMessage("audit: none (expected: an audit identity, cleanup: db)");

    admission(Mode.PERMISSIVE).admitted(named("db"), new Object());
    assertThat(findings.list()).extracting(Finding::id).containsExactly("audit-missing");
  }

  @Test
  void anAuditableActionBringsItsIdentityUnlessTheSpecificationHasOne() {
    Admission strict = admission(Mode.STRICT);

    assertThat(strict.admitted(named("db"), new ClosePool()).audit())
        .contains(new AuditIdentity("CHG-7", "close-pool"));
    assertThat(strict.admitted(named("db").audited("CHG-8", "stop"), new ClosePool()).audit())
        .contains(new AuditIdentity("CHG-8", "stop"));
  }

  private static final class ClosePool implements PlainCleanup, Auditable {
    @Override
    public void run() {
      throw new AssertionError("not run here");
    }

    @Override
    public String auditId() {
      return "CHG-7";
    }

    @Override
    public String auditAction() {
      return "close-pool";
    }
  }
}
