package dev.lastcall.opentelemetry;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The three providers of an OpenTelemetry SDK, flushed side by side. They are found by the names of
 * their public methods, so that this room needs no SDK. Thread-safe.
 */
final class SdkSending implements TelemetrySending {
  private static final List<String> PROVIDERS =
      List.of("getSdkTracerProvider", "getSdkMeterProvider", "getSdkLoggerProvider");

  private final List<MethodHandle> flushes;
  private final MethodHandle shutdown;
  private final MethodHandle join;
  private final MethodHandle isSuccess;

  private SdkSending(
      List<MethodHandle> flushes,
      MethodHandle shutdown,
      MethodHandle join,
      MethodHandle isSuccess) {
    this.flushes = flushes;
    this.shutdown = shutdown;
    this.join = join;
    this.isSuccess = isSuccess;
  }

  static SdkSending of(OpenTelemetry sdk) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      List<MethodHandle> flushes = new ArrayList<>();
      Method shutdown = sdk.getClass().getMethod("shutdown");
      Class<?> result = shutdown.getReturnType();
      for (String name : PROVIDERS) {
        Object provider = sdk.getClass().getMethod(name).invoke(sdk);
        Method flush = provider.getClass().getMethod("forceFlush");
        flushes.add(lookup.unreflect(flush).bindTo(provider));
      }
      return new SdkSending(
          List.copyOf(flushes),
          lookup.unreflect(shutdown).bindTo(sdk),
          lookup.unreflect(result.getMethod("join", long.class, TimeUnit.class)),
          lookup.unreflect(result.getMethod("isSuccess")));
    } catch (ReflectiveOperationException hidden) {
      IllegalArgumentException refusal =
          Arguments.refusal(
              "sdk", sdk.getClass().getName(), "io.opentelemetry.sdk.OpenTelemetrySdk");
      refusal.initCause(hidden);
      throw refusal;
    }
  }

  @Override
  public boolean flush(long timeout, TimeUnit unit) throws Exception {
    return await(flushes, timeout, unit);
  }

  @Override
  public boolean end(long timeout, TimeUnit unit) throws Exception {
    return await(List.of(shutdown), timeout, unit);
  }

  /** Begins all, and then waits for all. */
  private boolean await(List<MethodHandle> begins, long timeout, TimeUnit unit) throws Exception {
    Deadline deadline = Deadline.after(Duration.of(timeout, unit.toChronoUnit()));
    List<Object> results = new ArrayList<>();
    for (MethodHandle begin : begins) {
      results.add(invoke(begin));
    }
    boolean all = true;
    for (Object result : results) {
      invoke(join, result, deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      all &= (boolean) invoke(isSuccess, result);
    }
    return all;
  }

  private static Object invoke(MethodHandle method, Object... arguments) throws Exception {
    try {
      return method.invokeWithArguments(arguments);
    } catch (Exception | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
