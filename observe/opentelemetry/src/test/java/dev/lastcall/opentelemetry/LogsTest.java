package dev.lastcall.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.lastcall.api.ExitEvent;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.TraceContext;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is logged while a cleanup runs carries its span, as log instrumentation would take it. */
class LogsTest {
  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final List<String> logged = new ArrayList<>();
  private final Logger logger = logger();

  @Test
  void aLineThatIsLoggedDuringACleanupCarriesTheCleanupsSpan() {
    ExitTracing tracing = ExitTracing.with(TELEMETRY.getOpenTelemetry()).withoutScopes().start();
    Span start = TELEMETRY.getOpenTelemetry().getTracer("web").spanBuilder("start").startSpan();
    TraceContext.Captured captured = registered(tracing, start);
    assertThat(captured.traceId()).isEqualTo(start.getSpanContext().getTraceId());

    tracing.onEvent(new ExitEvent.CleanupBegan(Duration.ZERO, "db", Duration.ofSeconds(3), ""));
    try (TraceContext.Restored restored = captured.restore()) {
      logger.info("closing");
      assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("blue");
    }
    logger.info("afterwards");
    assertThat(Context.current()).isSameAs(Context.root());
    tracing.onEvent(
        new ExitEvent.CleanupEnded(Duration.ZERO, "db", new Outcome.Completed(Duration.ZERO)));

    SpanData db =
        TELEMETRY.getSpans().stream()
            .filter(span -> span.getName().equals("cleanup db"))
            .findFirst()
            .orElseThrow();
    assertThat(logged).containsExactly(db.getSpanId() + " closing", " afterwards");
    assertThat(db.getLinks())
        .extracting(LinkData::getSpanContext)
        .containsExactly(start.getSpanContext());
  }

  private static TraceContext.Captured registered(ExitTracing tracing, Span start) {
    try (Scope span = start.makeCurrent();
        Scope baggage = Baggage.builder().put("tenant", "blue").build().makeCurrent()) {
      return tracing.capture();
    } finally {
      start.end();
    }
  }

  private Logger logger() {
    LoggerContext context = new LoggerContext();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            Span current = Span.current();
            String id =
                current.getSpanContext().isValid() ? current.getSpanContext().getSpanId() : "";
            logged.add(id + ' ' + event.getFormattedMessage());
          }
        };
    appender.setContext(context);
    appender.start();
    Logger root = context.getLogger("test");
    root.addAppender(appender);
    return root;
  }
}
