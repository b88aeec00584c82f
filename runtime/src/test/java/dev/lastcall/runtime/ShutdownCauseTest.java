package dev.lastcall.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShutdownCauseTest {
  private static StackTraceElement frame(String type, String method) {
    return new StackTraceElement(
        type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", 7);
  }

  private static String describe(String thread, StackTraceElement... stack) {
    return ShutdownCause.describe(
        Map.of(
            new Thread(null, () -> {}, thread),
            stack,
            new Thread(null, () -> {}, "other"),
            new StackTraceElement[] {frame("com.acme.Web", "serve")}));
  }

  @Test
  void namesWhoCalledSystemExit() {
    assertThat(
            describe(
                "http-3",
                frame("java.lang.Thread", "join"),
                frame("java.lang.Shutdown", "exit"),
                frame("java.lang.Runtime", "exit"),
                frame("java.lang.System", "exit"),
                frame("com.acme.Web", "stop")))
        .isEqualTo("System.exit by http-3 at com.acme.Web.stop(Web.java:7)");
  }

  @Test
  void knowsTheLastThreadsEndAndASignalThatTheJvmTook() {
    assertThat(describe("DestroyJavaVM", frame("java.lang.Shutdown", "shutdown")))
        .isEqualTo("the last thread ended");
    assertThat(
            describe(
                "SIGTERM handler",
                frame("java.lang.Shutdown", "exit"),
                frame("java.lang.Terminator$1", "handle")))
        .isEqualTo("SIGTERM, taken by the JVM");
  }

  @Test
  void saysNoMoreThanItKnows() {
    assertThat(ShutdownCause.describe(Map.of())).isEqualTo("the JVM is shutting down");
  }
}
