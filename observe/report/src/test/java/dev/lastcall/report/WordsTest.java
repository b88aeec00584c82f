package dev.lastcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations, wall times and cells: the small words of which all renderings are made. */
final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "40_000, 0.04 ms",
    "3_210_000, 3.21 ms",
    "9_999_000, 10 ms",
    "48_250_000, 48 ms",
    "999_400_000, 999 ms",
    "999_600_000, 1 s",
    "1_050_000_000, 1.05 s",
    "2_414_000_000, 2.41 s",
    "9_996_000_000, 10 s",
    "29_440_000_000, 29.4 s",
    "119_000_000_000, 119 s",
    "185_000_000_000, 3 min 05 s",
    "-1_500_000, -1.5 ms"
  })
  void durationsShowThreeDigitsThatMatter(String nanos, String expected) {
    assertThat(DurationText.of(Duration.ofNanos(Long.parseLong(nanos.replace("_", "")))))
        .isEqualTo(expected);
  }

  @Test
  void wallTimesAreThoseOfTheJdksFormatter() {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      Instant moment =
          Instant.ofEpochMilli(random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
      assertThat(WallTime.of(moment)).isEqualTo(formatter.format(moment));
    }
    assertThat(WallTime.of(Instant.MAX)).startsWith("9999-12-31T23:59:59.");
    assertThat(WallTime.of(Instant.MIN)).isEqualTo("0000-01-01T00:00:00.000Z");
  }

  @Test
  void wideCharactersTakeTwoCellsAndAccentsNone() {
    assertThat(Cells.width("orders")).isEqualTo(6);
    assertThat(Cells.width("数据库")).isEqualTo(6);
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
    assertThat(Cells.width("한국어")).isEqualTo(6);
    assertThat(Cells.fit("数据库连接池", 8, "…")).isEqualTo("数据库… ");
    assertThat(Cells.fit("db", 4, "…")).isEqualTo("db  ");
  }

  @Test
  void wrappingBreaksAtBlanksAndWithinWordsThatAreTooLong() {
    assertThat(Cells.wrap("one two three", 8)).containsExactly("one two", "three");
    assertThat(Cells.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(Cells.wrap("数据库连接", 5)).containsExactly("数据", "库连", "接");
    assertThat(Cells.wrap("one  two", 4)).containsExactly("one", "two");
    assertThat(Cells.wrap("", 4)).containsExactly("");
  }

  @Test
  void framesAreShortenedToWhatAPersonLooksFor() {
    assertThat(Waiting.brief("app//a.B.c(B.java:7)")).isEqualTo("a.B.c(B.java:7)");
    assertThat(Waiting.brief("java.base@17.0.15/java.lang.Thread.run(Thread.java:840)"))
        .isEqualTo("java.lang.Thread.run(Thread.java:840)");
    assertThat(Waiting.brief("a.B.c(Native Method)")).isEqualTo("a.B.c(Native Method)");
    assertThat(Waiting.brief("no frames")).isEqualTo("no frames");
  }
}
