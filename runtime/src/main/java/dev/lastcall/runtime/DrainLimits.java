package dev.lastcall.runtime;

import dev.lastcall.api.Arguments;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the drain waits, and for what.
 *
 * @param preDrain how long to go on serving while load balancers learn that the process is not
 *     ready; kept free in the plan
 * @param quietPeriod how long no request may be in flight or arrive until it counts as quiet
 * @param atMost the longest drain; zero switches it off
 */
record DrainLimits(Duration preDrain, Duration quietPeriod, Duration atMost) {
  /** Endpoint changes take a few seconds to reach kube-proxy and ingress controllers. */
  private static final Duration KUBERNETES_PRE_DRAIN = Duration.ofSeconds(5);

  private static final Duration KUBERNETES_QUIET_PERIOD = Duration.ofSeconds(1);
  private static final Duration AT_MOST = Duration.ofSeconds(10);

  /** Fills what was not given: delays in Kubernetes, none where nobody has to learn anything. */
  static DrainLimits of(
      Optional<Duration> preDrain,
      Optional<Duration> quietPeriod,
      Optional<Duration> atMost,
      boolean kubernetes) {
    Duration delay = preDrain.orElse(kubernetes ? KUBERNETES_PRE_DRAIN : Duration.ZERO);
    Duration quiet = quietPeriod.orElse(kubernetes ? KUBERNETES_QUIET_PERIOD : Duration.ZERO);
    Duration most = atMost.orElse(AT_MOST.compareTo(delay) < 0 ? delay : AT_MOST);
    if (most.compareTo(delay) < 0) {
      throw Arguments.refusal("preDrain", delay, "<= " + most + ", drainAtMost");
    }
    return new DrainLimits(delay, quiet, most);
  }
}
