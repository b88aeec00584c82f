package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderJsonTest {
  @Test
  void readsWhatItWrote() {
    Order order = new Order("order-1", "tea \"green\"", new BigDecimal("12.50"));
    assertThat(OrderJson.read(OrderJson.write(order))).isEqualTo(order);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"item\":\"tea\",\"amount\":1}             | id: null (expected: 1 to 64 letters, digits"
            + " or '-')",
        "{\"id\":\"a b\",\"item\":\"tea\",\"amount\":1} | id: a b (expected: 1 to 64 letters,"
            + " digits or '-')",
        "{\"id\":\"a\",\"item\":\" \",\"amount\":1}     | item:   (expected: 1 to 200 characters)",
        "{\"id\":\"a\",\"item\":\"tea\"}                | amount: null (expected: > 0 and <="
            + " 1000000)",
        "{\"id\":\"a\",\"item\":\"tea\",\"amount\":-1}  | amount: -1 (expected: > 0 and <="
            + " 1000000)",
      })
  void saysWhatIsWrongWithAnOrder(String json, String message) {
    assertThatThrownBy(() -> OrderJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"~~", "{", "[]", "{} {}", "null"})
  void refusesWhatIsNotAnOrder(String json) {
    assertThatThrownBy(() -> OrderJson.read(json)).isInstanceOf(IllegalArgumentException.class);
  }
}
