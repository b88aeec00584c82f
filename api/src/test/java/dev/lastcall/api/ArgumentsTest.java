package dev.lastcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTest {
  @ParameterizedTest
  @ValueSource(strings = {"db", "orders.db", "http-drain", "a/b:c_d", "订单库", "9"})
  void namesOfEveryLanguageAreAccepted(String name) {
    assertThat(Arguments.nameOf("name", name)).isEqualTo(name);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "two words", "tab\t", "line\n", "<script>", "a\"b"})
  void otherNamesAreRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.nameOf("name", name))
        .withMessageStartingWith("name: ")
        .withMessageContaining("(expected: ");
  }

  @Test
  void aNameMayHaveOneHundredCharactersAndNoMore() {
    assertThat(Arguments.nameOf("name", "n".repeat(100))).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.nameOf("name", "n".repeat(101)))
        .withMessageEndingWith("(expected: 1 to 100 letters, digits or . _ - / :)");
  }

  @Test
  void durationsSayWhatWasExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.positive("within", Duration.ZERO))
        .withMessage("within: PT0S (expected: > PT0S)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.notNegative("expecting", Duration.ofMillis(-1)))
        .withMessage("expecting: PT-0.001S (expected: >= PT0S)");
    assertThat(Arguments.notNegative("expecting", Duration.ZERO)).isZero();
  }

  @Test
  void numbersAreAcceptedUpToBothLimits() {
    assertThat(Arguments.between("workers", 1, 1, 64)).isEqualTo(1);
    assertThat(Arguments.between("workers", 64, 1, 64)).isEqualTo(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.between("workers", 0, 1, 64))
        .withMessage("workers: 0 (expected: 1 to 64)");
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.between("workers", 65, 1, 64));
  }
}
