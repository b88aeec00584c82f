package dev.lastcall.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out, from inside a shutdown hook, why the JVM is ending: the thread that began it waits for
 * the hooks and shows on its stack how it came there.
 *
 * <p>Stateless.
 */
final class ShutdownCause {
  private ShutdownCause() {}

  /**
   * In words for a person, such as {@code System.exit by http-3 at com.acme.Web.stop(Web.java)}.
   */
  static String describe() {
    return describe(Thread.getAllStackTraces());
  }

  static String describe(Map<Thread, StackTraceElement[]> stacks) {
    return stacks.entrySet().stream()
        .flatMap(entry -> byThread(entry.getKey().getName(), entry.getValue()).stream())
        .findFirst()
        .orElse("the JVM is shutting down");
  }

  private static Optional<String> byThread(String name, StackTraceElement[] stack) {
    if (Arrays.stream(stack).noneMatch(frame -> isCall(frame, "java.lang.Shutdown", ""))) {
      return Optional.empty();
    }
    if (name.equals("DestroyJavaVM")) {
      return Optional.of("the last thread ended");
    }
    if (Arrays.stream(stack)
        .anyMatch(frame -> frame.getClassName().startsWith("java.lang.Terminator"))) {
      return Optional.of(name.replace(" handler", "") + ", taken by the JVM");
    }
    return Optional.of("System.exit by " + name + caller(stack));
  }

  private static String caller(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .dropWhile(frame -> !isCall(frame, "java.lang.Runtime", "exit"))
        .filter(frame -> !isCall(frame, "java.lang.Runtime", "exit"))
        .filter(frame -> !isCall(frame, "java.lang.System", "exit"))
        .findFirst()
        .map(
            frame ->
                " at "
                    + frame.getClassName()
                    + '.'
                    + frame.getMethodName()
                    + '('
                    + frame.getFileName()
                    + ':'
                    + frame.getLineNumber()
                    + ')')
        .orElse("");
  }

  private static boolean isCall(StackTraceElement frame, String type, String method) {
    return frame.getClassName().equals(type)
        && (method.isEmpty() || frame.getMethodName().equals(method));
  }
}
