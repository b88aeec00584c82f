package dev.lastcall.micrometer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import io.micrometer.core.instrument.push.PushMeterRegistry;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A registry that sends metrics to an OpenTelemetry collector at intervals, and a last time at the
 * very end.
 *
 * <pre>{@code
 * OtlpPush push = OtlpPush.to(Map.of("otlp.url", "http://collector:4318/v1/metrics")::get);
 * lastcall.flushLast("metrics", push);
 * }</pre>
 *
 * <p>Durations go out in seconds, not in Micrometer's milliseconds, so that names and buckets are
 * those of a scrape. The flush is the registry's own closing: what is recorded later is lost.
 * Micrometer only logs a collector that refuses or does not answer; here the flush fails. The
 * rehearsal publishes what the next interval would have: with delta temporality, before the first
 * interval is over, zeros. Needs {@code io.micrometer:micrometer-registry-otlp}. Thread-safe.
 */
public final class OtlpPush implements FlushTarget {
  private static final Duration CONNECTING = Duration.ofMillis(500);
  private static final Duration ANSWERING = Duration.ofSeconds(2);

  private final OtlpMeterRegistry registry;
  private final NotingSender sender;
  private final Method publish;

  private OtlpPush(OtlpConfig config) {
    sender =
        new NotingSender(
            new OtlpHttpMetricsSender(new HttpUrlConnectionSender(CONNECTING, ANSWERING)));
    publish = publish();
    registry = OtlpMeterRegistry.builder(config).metricsSender(sender).build();
  }

  /**
   * Makes the registry.
   *
   * @param settings the value of a setting of Micrometer's, such as {@code otlp.url}, {@code
   *     otlp.step} or {@code otlp.resourceAttributes}; null for its default, which is seconds for
   *     {@code otlp.baseTimeUnit}
   * @return the registry and its flush
   * @throws IllegalArgumentException if a setting is no good
   */
  public static OtlpPush to(Function<String, @Nullable String> settings) {
    Arguments.given("settings", settings);
    OtlpConfig config =
        key -> {
          String value = settings.apply(key);
          return value == null && key.equals("otlp.baseTimeUnit") ? "seconds" : value;
        };
    config
        .validate()
        .failures()
        .forEach(
            failure -> {
              throw Arguments.refusal(
                  failure.getProperty(), failure.getValue(), failure.getMessage());
            });
    return new OtlpPush(config);
  }

  /** Returns the registry, for {@link LastcallMetrics} and all other meters. */
  public OtlpMeterRegistry registry() {
    return registry;
  }

  @Override
  public void flush(Deadline deadline) throws IOException {
    sender.begin();
    registry.close();
    sender.requireSent();
  }

  @Override
  public void rehearse(Deadline deadline) throws IOException {
    sender.begin();
    try {
      publish.invoke(registry);
    } catch (InvocationTargetException failure) {
      throw new IOException(failure.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
    sender.requireSent();
  }

  /** Micrometer publishes on a timer and at the end, and offers no call in between. */
  private static Method publish() {
    try {
      Method method = PushMeterRegistry.class.getDeclaredMethod("publish");
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException another) {
      throw Arguments.refusal("micrometer", another.getMessage(), "a PushMeterRegistry.publish()");
    }
  }
}
