package dev.lastcall.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and lengths of time are what the source says, and nothing is guessed. */
final class AmountsTest {
  private static final String IMPORTS = "import java.time.*; import java.util.concurrent.*;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 5",
        "-5L | -5",
        "(int) (2 * 30L + 4) | 64",
        "7 / 2 - 1 | 2",
        "1 << 10 | 1024",
        "60.0 | 60",
        "Integer.MAX_VALUE * 1000L | 2147483647000",
        "Long.MAX_VALUE | 9223372036854775807",
        "Math.min(System.nanoTime(), 30) | 30",
        "Math.max(3, Math.addExact(2, 2)) | 4",
        "TimeUnit.MINUTES.toSeconds(5) | 300",
        "TimeUnit.MILLISECONDS.convert(2, TimeUnit.HOURS) | 7200000",
        "Duration.ofHours(1).toMillis() | 3600000",
        "Duration.parse(\"PT90S\").getSeconds() | 90",
        "Long.getLong(\"stop.millis\", 45_000L) | 45000",
        "Integer.parseInt(System.getProperty(\"stop\", \"600\")) | 600",
        "true ? 5 : 50 | 50",
      })
  void readsNumbers(String expression, BigInteger number) {
    Sample sample = Sample.expression(expression);
    assertThat(sample.unit().amounts().number(sample.asked())).contains(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Duration.ofSeconds(20) | PT20S",
        "Duration.ofMillis(Long.MAX_VALUE) | PT8760000H",
        "Duration.ZERO | PT0S",
        "Duration.of(3, java.time.temporal.ChronoUnit.MINUTES) | PT3M",
        "Duration.ofSeconds(10).plusMillis(500).multipliedBy(2) | PT21S",
        "Duration.ofMinutes(1).minus(Duration.ofSeconds(15)).dividedBy(3) | PT15S",
        "Duration.ofSeconds(5).negated() | PT-5S",
        "java.time.temporal.ChronoUnit.FOREVER.getDuration() | PT8760000H",
        "java.util.Objects.requireNonNullElse(null, Duration.ofDays(1)) | PT24H",
      })
  void readsLengthsOfTime(String expression, Duration time) {
    Sample sample = Sample.expression(expression);
    assertThat(sample.unit().amounts().time(sample.asked())).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.nanoTime()",
        "1 + System.nanoTime()",
        "0.5 * 60",
        "1 / 0",
        "Integer.getInteger(\"stop\")",
        "true ? 5 : System.nanoTime()",
        "\"five\".length()",
        "Duration.parse(\"soon\").toMillis()",
        "Double.NaN",
      })
  void leavesTheRestUnknown(String expression) {
    Sample sample = Sample.expression(expression);
    assertThat(sample.unit().amounts().number(sample.asked())).isEmpty();
  }

  @Test
  void followsConstantsFieldsAndHelpers() {
    Sample sample =
        Sample.of(
            IMPORTS,
            """
            static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
            private final Duration limit = Duration.ofMillis(10 * MINUTE);
            private long millis() { return limit.toMillis(); }
            void run() { ask(millis()); }
            """);
    assertThat(sample.unit().amounts().millis(sample.asked())).contains(Duration.ofMinutes(10));
  }

  @Test
  void followsTheComponentsOfARecordToTheOneThatIsAsked() {
    Sample sample =
        Sample.of(
            IMPORTS,
            """
            record Limits(int tries, Duration stop) {}
            private static final Limits SHORT = new Limits(1, Duration.ofSeconds(2));
            private static final Limits LONG = new Limits(1, Duration.ofHours(2));
            void run() { ask(SHORT.stop()); }
            """);
    assertThat(sample.unit().amounts().time(sample.asked())).contains(Duration.ofSeconds(2));
  }

  @Test
  void endsWhereAVariableDependsOnItself() {
    Sample sample =
        Sample.of(
            IMPORTS,
            """
            private long timeout = 30;
            void configure() { timeout = TimeUnit.SECONDS.toMillis(timeout); timeout = timeout + timeout * timeout; }
            void run() { ask(timeout); }
            """);
    assertThat(sample.unit().amounts().number(sample.asked())).isEmpty();
  }

  @Test
  void endsInTheDeepestSum() {
    Sample sample = Sample.expression("1" + " + 1".repeat(400));
    assertThat(sample.unit().amounts().number(sample.asked())).isEmpty();
  }

  @Test
  void countsWhatIsCountedUpAsUnknown() {
    Sample sample = Sample.of(IMPORTS, "void run() { int n = 5; n *= 100; ask(n); }");
    assertThat(sample.unit().amounts().number(sample.asked())).isEmpty();
  }

  @Test
  void doesNotBelieveTheInitializerOfAFieldThatIsInjected() {
    Sample sample =
        Sample.of(
            IMPORTS, "@Value(\"${stop}\") private long stop = 600; void run() { ask(stop); }");
    assertThat(sample.unit().amounts().number(sample.asked())).isEmpty();
  }

  @Test
  void takesTheLongestOfSeveralUnits() {
    Sample sample =
        Sample.of(
            IMPORTS, "void run(boolean slow) { ask(slow ? TimeUnit.HOURS : TimeUnit.SECONDS); }");
    assertThat(sample.unit().amounts().unit(sample.asked())).contains(Duration.ofHours(1));
  }

  @Test
  void inCleanupOnlyWhatCleanupGivesCounts() {
    Sample sample =
        Sample.of(
            IMPORTS,
            """
            void batch() { await(TimeUnit.HOURS.toMillis(2)); }
            void start() { Runtime.getRuntime().addShutdownHook(new Thread(() -> await(5_000))); }
            void await(long millis) { ask(millis); }
            """,
            "hook java.lang.Runtime#addShutdownHook(1)");
    assertThat(sample.unit().amounts().number(sample.asked())).isEmpty();
    assertThat(sample.unit().amountsInCleanup().millis(sample.asked()))
        .contains(Duration.ofSeconds(5));
  }
}
