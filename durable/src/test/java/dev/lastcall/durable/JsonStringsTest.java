package dev.lastcall.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonStringsTest {
  private static final String UNITS = "ab\"\\/\b\f\n\r\t\u0001\u00e9\u2028\ud83d\ude00,[] ";

  @Test
  void readsWhatALibraryWrites() throws JsonProcessingException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    ObjectMapper json = new ObjectMapper();
    for (int round = 0; round < 500; round++) {
      List<String> strings = new ArrayList<>();
      for (int count = random.nextInt(4); count > 0; count--) {
        strings.add(text(random));
      }
      String pretty = json.writerWithDefaultPrettyPrinter().writeValueAsString(strings);
      assertThat(JsonStrings.parse(pretty)).as("seed %d", seed).isEqualTo(strings);
    }
  }

  @Test
  void readsEscapesOfEveryKind() {
    assertThat(JsonStrings.parse(" [ \"\\u00e9\\u00E9\\/\" , \"\" ] ")).containsExactly("éé/", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[]]",
        "[\"a\"",
        "[\"a]",
        "[\"a\",]",
        "[,]",
        "[1]",
        "[\"\\x\"]",
        "[\"\\u00g0\"]",
        "[\"\\u00\"]",
        "[\"a\nb\"]",
        "{}",
        "[\"a\" \"b\"]",
        "",
        "[[]]"
      })
  void refusesEverythingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonStrings.parse(text))
        .withMessageContaining("(expected: a JSON array of strings");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(8); length > 0; length--) {
      text.appendCodePoint(UNITS.codePoints().toArray()[random.nextInt(17)]);
    }
    return text.toString();
  }
}
