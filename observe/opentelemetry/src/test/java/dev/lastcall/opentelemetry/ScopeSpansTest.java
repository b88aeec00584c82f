package dev.lastcall.opentelemetry;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastcall.defer.Bounded;
import dev.lastcall.defer.CleanupFailedException;
import dev.lastcall.defer.DeferScope;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScopeSpansTest {
  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private ExitTracing tracing = ExitTracing.with(OpenTelemetry.noop()).withoutScopes().start();

  @BeforeEach
  void startTracing() {
    tracing = ExitTracing.with(TELEMETRY.getOpenTelemetry()).start();
  }

  @AfterEach
  void stopTracing() {
    tracing.close();
  }

  @Test
  void aNamedScopeIsAChildOfTheRequestAndItsCleanupsAreItsChildren() {
    Span request = TELEMETRY.getOpenTelemetry().getTracer("web").spanBuilder("GET /").startSpan();
    try (Scope current = request.makeCurrent();
        DeferScope scope = DeferScope.open("transfer")) {
      scope.defer("audit", () -> {});
    }
    request.end();
    SpanData transfer = span("scope transfer");
    SpanData audit = span("cleanup audit");
    assertThat(transfer.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(audit.getParentSpanId()).isEqualTo(transfer.getSpanId());
    assertThat(text(audit, "defer.scope")).isEqualTo("transfer");
    assertThat(text(audit, "defer.name")).isEqualTo("audit");
    assertThat(text(audit, "defer.outcome")).isEqualTo("completed");
    assertThat(audit.getAttributes().get(AttributeKey.longKey("defer.depth"))).isEqualTo(1);
    assertThat(transfer.getAttributes().get(AttributeKey.longKey("defer.actions"))).isEqualTo(1);
    assertThat(transfer.getInstrumentationScopeInfo().getName()).isEqualTo("lastcall");
    assertThat(transfer.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void whatACleanupDoesIsBelowItsSpan() {
    try (DeferScope scope = DeferScope.open("outer")) {
      scope.defer("work", () -> DeferScope.open("inner").close());
    }
    assertThat(span("scope inner").getParentSpanId()).isEqualTo(span("cleanup work").getSpanId());
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void aFailureIsAnExceptionEventAndAnError() {
    assertThatThrownBy(
            () -> {
              try (DeferScope scope = DeferScope.open("failing")) {
                scope.defer(
                    "flush",
                    () -> {
                      throw new IOException("disk");
                    });
              }
            })
        .isInstanceOf(CleanupFailedException.class);
    SpanData flush = span("cleanup flush");
    assertThat(flush.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(text(flush, "error.type")).isEqualTo("java.io.IOException");
    assertThat(flush.getEvents()).singleElement().extracting("name").isEqualTo("exception");
    assertThat(span("scope failing").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span("scope failing").getEvents()).isEmpty();
  }

  @Test
  void aBoundThatWasMissedSaysWhere() {
    DeferScope scope = DeferScope.within("slow", ofMillis(50));
    scope.defer("hanging", () -> new CountDownLatch(1).await());
    assertThatThrownBy(scope::close).isInstanceOf(CleanupFailedException.class);
    SpanData hanging = span("cleanup hanging");
    assertThat(text(hanging, "defer.outcome")).isEqualTo("timed-out");
    assertThat(text(hanging, "error.type")).isEqualTo("timed-out");
    assertThat(text(hanging, "defer.place")).contains("ScopeSpansTest");
    assertThat(hanging.getAttributes().get(AttributeKey.longKey("defer.deadline_ms")))
        .isEqualTo(50);
  }

  @Test
  void aBoundedCallHasASpanOfItsOwn() throws Exception {
    Bounded.run("charge", ofSeconds(5), () -> {});
    assertThat(span("cleanup charge").getAttributes().get(AttributeKey.stringKey("defer.scope")))
        .isNull();
  }

  @Test
  void aScopeThatNobodyClosesEndsWithTheOneAroundIt() {
    try (DeferScope scope = DeferScope.open("outer")) {
      scope.defer("work", () -> {});
      DeferScope.open("leaked").defer(() -> {});
    }
    assertThat(text(span("scope leaked"), "defer.outcome")).isEqualTo("never closed");
    assertThat(span("cleanup work").getParentSpanId()).isEqualTo(span("scope outer").getSpanId());
    assertThat(Context.current()).isSameAs(Context.root());
  }

  @Test
  void onceClosedItMakesNoMoreSpans() {
    tracing.close();
    DeferScope.open("unseen").close();
    assertThat(TELEMETRY.getSpans()).isEmpty();
  }

  @Test
  void withoutScopesThereAreNone() {
    tracing.close();
    try (ExitTracing exitOnly =
        ExitTracing.with(TELEMETRY.getOpenTelemetry()).withoutScopes().start()) {
      DeferScope.open("unseen").close();
      assertThat(exitOnly.capture().traceId()).isEmpty();
    }
    assertThat(TELEMETRY.getSpans()).isEmpty();
  }

  private static SpanData span(String name) {
    List<SpanData> found =
        TELEMETRY.getSpans().stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(found).as(name + " in " + TELEMETRY.getSpans()).hasSize(1);
    return found.get(0);
  }

  private static String text(SpanData span, String key) {
    return Objects.requireNonNull(span.getAttributes().get(AttributeKey.stringKey(key)), key);
  }
}
