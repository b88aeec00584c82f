package dev.lastcall.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.crashlab.ChildJvm;
import dev.lastcall.crashlab.ChildJvmBuilder;
import dev.lastcall.crashlab.Ending;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spans of processes that really end, through OTLP, at a collector. */
class TracedIT {
  /** How long the SDK's own shutdown hook would wait for a collector. */
  private static final Duration SDK_HOOK_WAITS = Duration.ofSeconds(10);

  private OtlpSink sink;

  @TempDir Path folder;

  @BeforeEach
  void openSink() throws IOException {
    sink = new OtlpSink();
  }

  @AfterEach
  void closeSink() {
    sink.close();
  }

  @Test
  void everySpanOfTheExitArrivesAlthoughTheSdkHasAShutdownHook() {
    Ending ending = terminated();
    assertThat(sink.names())
        .containsExactlyInAnyOrder(
            "lastcall rehearsal",
            "start",
            "lastcall ready",
            "exit",
            "exit begun",
            "exit drain",
            "exit clean",
            "cleanup http",
            "cleanup cache",
            "cleanup queue",
            "cleanup db",
            "scope pool",
            "cleanup give-back",
            "exit flush",
            "flush telemetry",
            "exit report");
    Span exit = sink.span("exit");
    assertThat(exit.getParentSpanId().isEmpty()).isTrue();
    assertThat(text(exit, "lastcall.exit.door")).isEqualTo("signal");
    assertThat(text(exit, "lastcall.exit.reason")).isEqualTo("SIGTERM");
    assertThat(exit.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(ending.output())
        .contains("trace " + HexFormat.of().formatHex(exit.getTraceId().toByteArray()));
    assertIsTree();
  }

  private void assertIsTree() {
    Map<String, String> parents =
        Map.of(
            "exit begun", "exit",
            "exit clean", "exit",
            "exit report", "exit",
            "cleanup http", "exit clean",
            "cleanup db", "exit clean",
            "scope pool", "cleanup db",
            "cleanup give-back", "scope pool",
            "flush telemetry", "exit flush");
    parents.forEach(
        (child, parent) ->
            assertThat(sink.span(child).getParentSpanId())
                .as(child)
                .isEqualTo(sink.span(parent).getSpanId()));
  }

  @Test
  void aCleanupsSpanSaysHowItEndedAndWhoRegisteredIt() {
    terminated();
    Span cache = sink.span("cleanup cache");
    assertThat(text(cache, "defer.outcome")).isEqualTo("failed");
    assertThat(text(cache, "defer.scope")).isEqualTo("exit");
    assertThat(value(cache, "defer.depth").getIntValue()).isEqualTo(2);
    assertThat(value(cache, "defer.deadline_ms").getIntValue()).isPositive();
    assertThat(text(cache, "error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(cache.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(cache.getEventsList()).extracting(Span.Event::getName).containsExactly("exception");
    assertThat(cache.getLinksList())
        .extracting(Span.Link::getSpanId)
        .containsExactly(sink.span("start").getSpanId());

    Span queue = sink.span("cleanup queue");
    assertThat(text(queue, "defer.outcome")).isEqualTo("timed-out");
    assertThat(text(queue, "defer.place")).contains("TracedProgram");
    assertThat(queue.getEventsList())
        .extracting(Span.Event::getName)
        .containsExactly("interrupted");

    assertThat(sink.span("exit begun").getAttributesList())
        .filteredOn(attribute -> attribute.getKey().equals("lastcall.plan.cleanups"))
        .singleElement()
        .extracting(attribute -> attribute.getValue().toString())
        .asString()
        .contains("http within PT5S", "cache within PT5S after http");
  }

  @Test
  void anExitThatWasAskedForIsLinkedToWhoAskedForIt() {
    try (ChildJvm child = start("request")) {
      child.awaitEnding();
    }
    assertThat(sink.span("exit").getLinksList())
        .extracting(Span.Link::getSpanId)
        .containsExactly(sink.span("POST /stop").getSpanId());
    assertThat(text(sink.span("exit"), "lastcall.exit.door")).isEqualTo("request");
  }

  @Test
  void aProcessThatIsKilledHasSaidWhatItWasGoingToDo() {
    try (ChildJvm child = start("hang")) {
      child.awaitLine("ready").signal("TERM").awaitLine("hangs");
      child.await("the first spans", () -> sink.names().contains("cleanup cache"));
      child.signal("KILL").awaitEnding();
    }
    assertThat(sink.names())
        .contains("exit begun", "exit drain", "cleanup http")
        .doesNotContain("exit", "cleanup db");
  }

  @Test
  void aCollectorThatNeverAnswersDoesNotKeepTheProcess() {
    try (ChildJvm child = start()) {
      child.awaitLine("ready");
      sink.hang();
      Ending ending = child.signal("TERM").awaitEnding(Duration.ofSeconds(30));
      assertThat(ending.killed()).isFalse();
      assertThat(ending.elapsed()).isLessThan(SDK_HOOK_WAITS);
      assertThat(ending.errors()).anyMatch(line -> line.contains("telemetry"));
    }
  }

  private Ending terminated() {
    try (ChildJvm child = start()) {
      return child.awaitLine("ready").signal("TERM").awaitEnding();
    }
  }

  private ChildJvm start(String... arguments) {
    return ChildJvmBuilder.of(TracedProgram.class, folder)
        .environment("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint())
        .environment("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        .environment("OTEL_METRICS_EXPORTER", "none")
        .environment("OTEL_LOGS_EXPORTER", "none")
        .environment("OTEL_SERVICE_NAME", "orders")
        .environment("OTEL_BSP_SCHEDULE_DELAY", "500")
        .environment("OTEL_EXPORTER_OTLP_TIMEOUT", "60000")
        .arguments(arguments)
        .start();
  }

  private static String text(Span span, String key) {
    return value(span, key).getStringValue();
  }

  private static AnyValue value(Span span, String key) {
    List<AnyValue> values =
        span.getAttributesList().stream()
            .filter(attribute -> attribute.getKey().equals(key))
            .map(KeyValue::getValue)
            .collect(Collectors.toList());
    assertThat(values).as(span.getName() + ' ' + key).hasSize(1);
    return values.get(0);
  }
}
