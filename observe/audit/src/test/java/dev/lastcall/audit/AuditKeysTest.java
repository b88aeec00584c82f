package dev.lastcall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditKeysTest {
  private static final String SECRET = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

  @TempDir Path folder;

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("audit.key"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void theFirstKeySealsAndAllOfThemCheck() throws IOException {
    String text = "# since December\n2026-12:" + SECRET + "\n\n2026-06:" + SECRET + "\n";
    AuditKeys keys = AuditKeys.fromFile(file(text, "rw-------"));

    assertThat(keys.current().id()).isEqualTo("2026-12");
    assertThat(keys.find("2026-06")).isPresent();
    assertThat(keys.find("2025-12")).isEmpty();
  }

  @Test
  void theEnvironmentHoldsThemWithCommas() {
    String value = "b:" + SECRET + ", a:" + SECRET;
    AuditKeys keys = AuditKeys.fromEnvironment("KEY", Map.of("KEY", value));

    assertThat(keys).hasToString("keys b, a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditKeys.fromEnvironment("KEY", Map.of()))
        .withMessage("KEY: not set (expected: ID:SECRET in the environment)");
  }

  @Test
  void aFileThatOthersMayReadIsRefusedAndOneOfAMountedSecretIsNot() throws IOException {
    String text = "a:" + SECRET;
    assertThat(AuditKeys.fromFile(file(text, "r--r-----"))).hasToString("keys a");
    for (String open : new String[] {"rw-r--r--", "rw-rw----", "rw-----w-"}) {
      Path file = file(text, open);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AuditKeys.fromFile(file))
          .withMessage("key file: %s %s (expected: not open to others: chmod 600)", file, open);
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutShowingIt() throws IOException {
    for (String wrong :
        new String[] {"a:c2hvcnQ=", "secret", "a b:" + SECRET, "a:!" + SECRET, ":" + SECRET, "#"}) {
      Path file = file(wrong, "rw-------");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> AuditKeys.fromFile(file))
          .withMessageStartingWith("key file: " + file)
          .withMessageContaining("ID:SECRET")
          .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(SECRET, "c2hvcnQ"));
    }
  }

  @Test
  void twoKeysOfOneIdAndAMissingFileAreRefused() throws IOException {
    Path file = file("a:" + SECRET + "\na:" + SECRET, "rw-------");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditKeys.fromFile(file))
        .withMessageContaining("key 2 (expected: an id of its own for each key)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditKeys.fromFile(folder.resolve("none")))
        .withMessageContaining("(expected: a file that can be read)");
  }
}
