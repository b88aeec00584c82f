package dev.lastcall.micrometer;

import dev.lastcall.api.Arguments;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.time.Duration;

/**
 * Sends the last values of a Prometheus registry to a Pushgateway.
 *
 * <p>A Pushgateway never forgets a group, so the group is the job and nothing of the instance: the
 * last exit of the job is what it shows. The rehearsal pushes to a group of its own, with the label
 * {@code lastcall_rehearsal}, and deletes it, because the values of the exit before must stay until
 * the next. Needs {@code io.prometheus:prometheus-metrics-exporter-pushgateway}. Thread-safe.
 */
public final class PushgatewayTarget implements FlushTarget {
  private static final Duration LIMIT = Duration.ofMillis(500);

  private final PushGateway last;
  private final PushGateway rehearsal;

  private PushgatewayTarget(PushGateway last, PushGateway rehearsal) {
    this.last = last;
    this.rehearsal = rehearsal;
  }

  /**
   * Makes the target; connecting and answering have 500 ms each.
   *
   * @param address host and port, such as {@code pushgateway:9091}
   * @param job the name of the service, the same for all of its instances
   * @param registry such as {@code prometheusMeterRegistry.getPrometheusRegistry()}
   * @return the target
   * @throws IllegalArgumentException if the address or the job is no good
   */
  public static PushgatewayTarget to(String address, String job, PrometheusRegistry registry) {
    Arguments.given("registry", registry);
    if (!Arguments.given("address", address).matches("[\\w.\\-\\[\\]:]+:\\d{1,5}")) {
      throw Arguments.refusal("address", '"' + address + '"', "HOST:PORT");
    }
    return new PushgatewayTarget(
        gateway(address, job, registry).build(),
        gateway(address, job, registry).groupingKey("lastcall_rehearsal", "1").build());
  }

  private static PushGateway.Builder gateway(
      String address, String job, PrometheusRegistry registry) {
    return PushGateway.builder()
        .address(address)
        .job(Arguments.nameOf("job", job))
        .registry(registry)
        .format(Format.PROMETHEUS_TEXT)
        .connectionTimeout(LIMIT)
        .readTimeout(LIMIT);
  }

  @Override
  public void flush(Deadline deadline) throws IOException {
    last.pushAdd();
  }

  @Override
  public void rehearse(Deadline deadline) throws IOException {
    rehearsal.pushAdd();
    rehearsal.delete();
  }
}
