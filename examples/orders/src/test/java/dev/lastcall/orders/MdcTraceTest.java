package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastcall.api.TraceContext.Captured;
import dev.lastcall.api.TraceContext.Restored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class MdcTraceTest {
  private final MdcTrace trace = new MdcTrace();

  @AfterEach
  void forget() {
    MDC.clear();
  }

  @Test
  void bringsBackTheTraceOfTheRegistration() {
    MDC.put(MdcTrace.KEY, "start-up");
    Captured captured = trace.capture();
    MDC.put(MdcTrace.KEY, "later");
    assertThat(captured.traceId()).isEqualTo("start-up");
    Restored restored = captured.restore();
    assertThat(MDC.get(MdcTrace.KEY)).isEqualTo("start-up");
    restored.close();
    assertThat(MDC.get(MdcTrace.KEY)).isEqualTo("later");
  }

  @Test
  void leavesNothingBehindWhereNothingWas() {
    MDC.put(MdcTrace.KEY, "start-up");
    Captured captured = trace.capture();
    MDC.remove(MdcTrace.KEY);
    captured.restore().close();
    assertThat(MDC.get(MdcTrace.KEY)).isNull();
  }

  @Test
  void capturesNothingWithoutATrace() {
    assertThat(trace.capture().traceId()).isEmpty();
  }
}
