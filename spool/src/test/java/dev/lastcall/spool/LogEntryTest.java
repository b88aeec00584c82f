package dev.lastcall.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogEntryTest {
  private static final int PLENTY = 1 << 20;

  private final LogEntryWriter writer = new LogEntryWriter();

  @Test
  void everyFieldComesBack() {
    writer.begin(PLENTY);
    writer
        .at(1_800_000_000L, 123_456_789)
        .number(7)
        .level(20_000, "INFO")
        .logger("orders.Accept")
        .thread(42, "http-1")
        .message("order 17 accepted")
        .context("trace", "abc")
        .context("user", null)
        .stack("outer")
        .stack("inner")
        .marker("AUDIT")
        .pair("amount", "12")
        .caller(new StackTraceElement("a.B", "c", "B.java", 9));
    LogEntry entry = read();

    assertThat(entry.at()).isEqualTo(Instant.ofEpochSecond(1_800_000_000L, 123_456_789));
    assertThat(entry.number()).isEqualTo(7);
    assertThat(entry.level()).isEqualTo(20_000);
    assertThat(entry.levelName()).isEqualTo("INFO");
    assertThat(entry.logger()).isEqualTo("orders.Accept");
    assertThat(entry.threadId()).isEqualTo(42);
    assertThat(entry.thread()).isEqualTo("http-1");
    assertThat(entry.message()).isEqualTo("order 17 accepted");
    assertThat(entry.context()).containsEntry("trace", "abc").containsEntry("user", "null");
    assertThat(entry.stack()).containsExactly("outer", "inner");
    assertThat(entry.markers()).containsExactly("AUDIT");
    assertThat(entry.pairs()).containsEntry("amount", "12");
    assertThat(entry.caller()).isEqualTo(new StackTraceElement("a.B", "c", "B.java", 9));
    assertThat(entry.thrown()).isNull();
    assertThat(entry.cut()).isFalse();
  }

  @Test
  void everyCharacterComesBackAndHalfOneIsAQuestionMark() {
    String text = "ascii, é, 订单, \uD83D\uDE80, \uD83D half, " + "x".repeat(5_000) + "末";
    writer.begin(PLENTY);
    writer.message(text);

    assertThat(read().message()).isEqualTo(text.replace("\uD83D half", "? half"));
  }

  @Test
  void whatWasThrownPrintsAsTheOriginal() {
    Exception thrown = new IllegalStateException("outer", new IOException("inner"));
    thrown.addSuppressed(new OddException("suppressed"));
    thrown.getSuppressed()[0].initCause(new Error());
    writer.begin(PLENTY);
    writer.message("m").thrown(thrown);

    LoggedThrowable read = Objects.requireNonNull(read().thrown());

    assertThat(printed(read)).isEqualTo(printed(thrown));
    assertThat(read.className()).isEqualTo(IllegalStateException.class.getName());
    assertThat(read.getMessage()).isEqualTo("outer");
    assertThat(read.getCause())
        .isInstanceOfSatisfying(
            LoggedThrowable.class, cause -> assertThat(cause.commonFrames()).isPositive());
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception outer = new Exception("outer");
    Exception inner = new Exception("inner", outer);
    outer.initCause(inner);
    outer.addSuppressed(inner);
    writer.begin(PLENTY);
    writer.thrown(outer);

    LoggedThrowable read = Objects.requireNonNull(read().thrown());

    assertThat(read.getCause()).hasMessage("inner").hasNoCause();
    assertThat(read.getSuppressed()).isEmpty();
  }

  @Test
  void aLongMessageIsCutAndTheEntrySaysSo() {
    writer.begin(1_000);
    writer.level(1, "INFO").logger("l").message("é".repeat(2_000)).context("key", "value");
    LogEntry entry = read();

    assertThat(writer.length()).isLessThanOrEqualTo(1_000);
    assertThat(entry.message()).matches("é{200,}");
    assertThat(entry.text()).endsWith("é [cut: too long for the journal]");
    assertThat(entry.context()).isEmpty();
    assertThat(entry.logger()).isEqualTo("l");
  }

  @Test
  void aThrowableThatDoesNotFitIsLeftOutWhole() {
    writer.begin(200);
    writer.message("kept").thrown(new Exception());
    LogEntry entry = read();

    assertThat(entry.message()).isEqualTo("kept");
    assertThat(entry.thrown()).isNull();
    assertThat(entry.cut()).isTrue();
  }

  @Test
  void everyLimitGivesAnEntryThatFitsAndReads() {
    Exception thrown = new Exception("cause é", new IOException());
    for (int most = 2; most < 3_000; most++) {
      writer.begin(most);
      writer.at(1, 2).level(1, "INFO").logger("l").thread(1, "t");
      writer.message("message é \uD83D\uDE80 ".repeat(20)).context("k", "v").thrown(thrown);
      LogEntry entry = read();

      assertThat(writer.length()).isLessThanOrEqualTo(most);
      assertThat(entry.thrown() == null).isEqualTo(entry.cut());
    }
  }

  @Test
  void alteredBytesAreRefusedOrRead() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    writer.begin(PLENTY);
    writer.at(1, 2).message("message").context("k", "v").thrown(new Exception(new Exception()));
    writer.end();
    byte[] sound = Arrays.copyOf(writer.array(), writer.length());
    for (int i = 0; i < 20_000; i++) {
      byte[] altered = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
      altered[random.nextInt(altered.length)] = (byte) random.nextInt();
      try {
        LogEntry.read(ByteBuffer.wrap(altered));
      } catch (IllegalArgumentException refused) {
        assertThat(refused).as("seed " + seed).hasMessageContaining("expected: ");
      }
    }
  }

  @Test
  void anotherVersionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogEntry.read(ByteBuffer.wrap(new byte[] {9})))
        .withMessage("version of the entry: 9 (expected: 1)");
  }

  private LogEntry read() {
    writer.end();
    return LogEntry.read(ByteBuffer.wrap(writer.array(), 0, writer.length()));
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** Says something of its own. */
  private static final class OddException extends Exception {
    private static final long serialVersionUID = 1;

    OddException(String message) {
      super(message);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // as other people do
    public String toString() {
      return "odd: " + getMessage();
    }
  }
}
