package dev.lastcall.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.ExitPhase;
import dev.lastcall.api.ExitPlan;
import dev.lastcall.api.ExitReason;
import dev.lastcall.api.ExitReport;
import dev.lastcall.api.Finding;
import dev.lastcall.api.Mode;
import dev.lastcall.api.Outcome;
import dev.lastcall.report.ReportJson;
import java.lang.management.ManagementFactory;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private final RecordBuffer out = new RecordBuffer(64 << 10);

  @Test
  void numbersAndTextsComeBackAsTheyWere() {
    long[] numbers = {0, 1, 127, 128, 300, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE};
    String[] texts = {"", "http", "顧客", "💥 no", "half \ud83d"};
    for (long number : numbers) {
      out.number(number);
    }
    for (String text : texts) {
      out.text(text);
    }
    RecordInput in = input(out);

    for (long number : numbers) {
      assertThat(in.number()).isEqualTo(number);
    }
    for (String text : texts) {
      assertThat(in.text()).isEqualTo(text.equals("half \ud83d") ? "half \ufffd" : text);
    }
    assertThat(in.rest()).isEmpty();
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    out.text("顧".repeat(1_000));

    assertThat(input(out).text()).isEqualTo("顧".repeat(RecordBuffer.LONGEST_TEXT / 3));
    assertThat(out.isFull()).isFalse();
  }

  @Test
  void whatDoesNotFitIsLeftOutWholeAndNothingIsThrown() {
    RecordBuffer small = new RecordBuffer(200);
    PlanRecord.write(Sample.plan(), small);
    OutcomeRecord.write(new Outcome.Abandoned(Duration.ZERO, Duration.ZERO, Sample.STACK), small);

    assertThat(small.length()).isLessThanOrEqualTo(200);
    RecordBuffer tiny = new RecordBuffer(150);
    OutcomeRecord.write(Sample.outcomes().get(3), tiny);
    assertThat(OutcomeRecord.read(input(tiny))).isInstanceOf(Outcome.Abandoned.class);
  }

  @Test
  void outcomesComeBackWithStackAndCause() {
    for (Outcome outcome : Sample.outcomes()) {
      OutcomeRecord.write(outcome, out.clear());
      Outcome read = OutcomeRecord.read(input(out));
      if (outcome instanceof Outcome.Failed failed) {
        Throwable cause = ((Outcome.Failed) read).cause();
        assertThat(cause).hasToString(failed.cause().toString());
        assertThat(cause.getStackTrace()[0])
            .hasToString(failed.cause().getStackTrace()[0].toString());
      } else {
        assertThat(read).isEqualTo(outcome);
      }
    }
  }

  @Test
  @SuppressWarnings("serial")
  void aThrowableThatThrowsIsRecordedByItsName() {
    Throwable hostile =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new StackOverflowError();
          }
        };
    OutcomeRecord.write(new Outcome.Failed(Duration.ZERO, hostile), out);

    assertThat(((Outcome.Failed) OutcomeRecord.read(input(out))).cause())
        .hasToString(hostile.getClass().getName());
  }

  @Test
  void aPlanComesBackAndOfALargeOneTheBegin() {
    PlanRecord.write(Sample.plan(), out);
    assertThat(PlanRecord.read(input(out)).plan()).isEqualTo(Sample.plan());

    ExitPlan large = Sample.plan(100_000);
    RecordBuffer quarterOfASegment = new RecordBuffer(256 << 10);
    PlanRecord.write(large, quarterOfASegment);
    PlanRecord read = PlanRecord.read(input(quarterOfASegment));
    assertThat(read.nodes()).isEqualTo(100_000);
    assertThat(read.plan().nodes())
        .hasSizeGreaterThan(5_000)
        .isEqualTo(large.nodes().subList(0, read.plan().nodes().size()));
    assertThat(read.plan().criticalPath()).containsExactly("cleanup-0", "cleanup-2", "cleanup-3");
  }

  @Test
  void aReportComesBackAndOfALargeOneWhatDidNotComplete() {
    ExitReport report = RecorderRehearsal.report(Sample.REASON, Sample.outcomes());
    ReportRecord.write(report, out);
    ReportRecord read = ReportRecord.read(input(out));
    assertThat(withoutCause(ReportJson.text(read.report())))
        .isEqualTo(withoutCause(ReportJson.text(report)));

    List<Outcome> many =
        Stream.concat(
                Stream.generate(() -> (Outcome) new Outcome.Completed(Duration.ZERO)).limit(9_000),
                Sample.outcomes().stream())
            .toList();
    RecordBuffer large = new RecordBuffer(64 << 10);
    ReportRecord.write(RecorderRehearsal.report(Sample.REASON, many), large);
    ReportRecord cut = ReportRecord.read(input(large));
    assertThat(cut.cleanups()).isEqualTo(9_005);
    assertThat(cut.report().cleanups()).hasSizeBetween(100, 9_000);
    assertThat(cut.report().cleanups().stream().filter(each -> !each.outcome().isCompleted()))
        .hasSize(4);
  }

  /** Frames of the cause below the fortieth are left out on both sides, but counted in one. */
  private static String withoutCause(String json) {
    return json.replaceAll("\"framesOmitted\": \\d+", "");
  }

  /** What is damaged is refused by one of three exceptions, and nothing else. */
  @Test
  void bytesOfAnyKindAreReadOrRefused() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      ReportRecord.write(RecorderRehearsal.report(Sample.REASON, Sample.outcomes()), out.clear());
      byte[] bytes = Arrays.copyOf(out.bytes(), random.nextInt(out.length()));
      for (int i = 0; i < 3 && bytes.length > 0; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        ReportRecord.read(new RecordInput(ByteBuffer.wrap(bytes)));
      } catch (Throwable refused) {
        assertThat(refused)
            .as("seed %s, round %s", seed, round)
            .isInstanceOfAny(
                BufferUnderflowException.class,
                ArithmeticException.class,
                IllegalArgumentException.class);
      }
    }
  }

  /** They are written by their position: a new one can only come last, or the version grows. */
  @Test
  void thePositionsOfTheWordsArePinned() {
    assertThat(ExitPhase.values())
        .extracting(Enum::name)
        .containsExactly("DRAIN", "CLEAN", "FLUSH", "REPORT");
    assertThat(ExitReason.Door.values())
        .extracting(Enum::name)
        .containsExactly("SIGNAL", "REQUEST", "SHUTDOWN_HOOK");
    assertThat(Mode.values()).extracting(Enum::name).containsExactly("STRICT", "PERMISSIVE");
    assertThat(ExitPlan.Verdict.values())
        .extracting(Enum::name)
        .containsExactly("FITS", "SCALED", "REFUSED");
    assertThat(ExitReport.DrainEnding.values())
        .extracting(Enum::name)
        .containsExactly("QUIET", "BOUND", "DELAY", "NONE");
    assertThat(Finding.Severity.values())
        .extracting(Enum::name)
        .containsExactly("INFO", "WARNING", "ERROR");
    assertThat(CleanupKind.values())
        .extracting(Enum::name)
        .containsExactly(
            "SERVER", "CONSUMER", "EXECUTOR", "POOL", "PRODUCER", "TELEMETRY", "OTHER");
    assertThat(Thread.State.values()).hasSize(6);
  }

  @Test
  void anEventIsEncodedWithoutAllocating() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    ExitEvent began = Sample.began("http", 1);
    ExitEvent ended = Sample.ended("http", 2, new Outcome.Completed(Duration.ofMillis(1)));
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 50; round++) {
      long before = threads.getThreadAllocatedBytes(id);
      for (int i = 0; i < 1_000; i++) {
        EventRecord.write(began, out.clear());
        EventRecord.write(ended, out.clear());
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }

    assertThat(least).isLessThan(1_000);
  }

  @Test
  void thousandsOfBuffersAreNeverInTwoHands() {
    Buffers buffers = new Buffers(3, 100);
    List<RecordBuffer> taken = Stream.generate(buffers::take).limit(3).toList();

    assertThat(taken).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(buffers.take()).isNull();
    buffers.giveBack(taken.get(1));
    assertThat(buffers.take()).isSameAs(taken.get(1));
  }

  @Test
  void aNumberWithoutAnEndIsRefused() {
    byte[] bytes = new byte[12];
    Arrays.fill(bytes, (byte) 0xFF);

    assertThatThrownBy(() -> new RecordInput(ByteBuffer.wrap(bytes)).number())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RecordInput input(RecordBuffer written) {
    return new RecordInput(ByteBuffer.wrap(written.bytes(), 0, written.length()));
  }
}
