package dev.lastcall.api;

import static dev.lastcall.api.CleanupSpec.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CleanupSpecTest {
  @Test
  void withoutABoundTheKindGivesIt() {
    CleanupSpec spec = named("db").kind(CleanupKind.POOL);
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(spec.hasOwnTimeout()).isFalse();
    assertThat(named("any").timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anOwnBoundWinsOverTheKindWhicheverComesFirst() {
    Duration own = Duration.ofSeconds(7);
    assertThat(named("db").within(own).kind(CleanupKind.POOL).timeout()).isEqualTo(own);
    assertThat(named("db").kind(CleanupKind.POOL).within(own).hasOwnTimeout()).isTrue();
  }

  @Test
  void predecessorsAddUpWithoutDuplicates() {
    CleanupSpec spec = named("db").after("http", "outbox").after("http", "jobs");
    assertThat(spec.predecessors()).containsExactly("http", "outbox", "jobs");
  }

  @Test
  void everyStepLeavesTheSpecificationBeforeItAsItWas() {
    CleanupSpec first = named("db");
    CleanupSpec last =
        first
            .within(Duration.ofSeconds(1))
            .after("http")
            .expecting(Duration.ofMillis(20))
            .force(() -> {})
            .requiringPredecessors();
    assertThat(first.predecessors()).isEmpty();
    assertThat(first.force()).isEmpty();
    assertThat(first.expected()).isEmpty();
    assertThat(first.requiresPredecessors()).isFalse();
    assertThat(last.requiresPredecessors()).isTrue();
    assertThat(last.force()).isPresent();
    assertThat(last.expected()).contains(Duration.ofMillis(20));
    assertThat(last).hasToString("db within PT1S after http");
  }

  @Test
  void badValuesAreRefusedAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("db").within(Duration.ofSeconds(-1)))
        .withMessage("within: PT-1S (expected: > PT0S)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("db").after("two words"))
        .withMessageStartingWith("after: \"two words\" (expected: ");
    assertThatIllegalArgumentException().isThrownBy(() -> named(""));
  }

  @Test
  void anAuditIdentityIsKeptThroughLaterSettingsAndCheckedAtOnce() {
    CleanupSpec spec = CleanupSpec.named("db").audited("CHG-7", "close-pool").after("http");

    assertThat(spec.audit()).contains(new AuditIdentity("CHG-7", "close-pool"));
    assertThat(CleanupSpec.named("db").audit()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CleanupSpec.named("db").audited("a\nb", "close-pool"))
        .withMessageStartingWith("auditId: ");
  }
}
