package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lastcall.orders.ScriptedServer.Step;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class BalancerTest {
  @Test
  void stopsRoutingWhenTheServiceSaysThatItIsNotReady() throws IOException {
    try (ScriptedServer server =
            ScriptedServer.start(new Step.Answer(200), new Step.Answer(200), new Step.Answer(503));
        Balancer balancer = Balancer.start(server.address())) {
      assertThat(balancer.routesToService()).isTrue();
      await().until(() -> !balancer.routesToService());
      assertThat(server.connections()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void routesAgainWhenTheServiceIsReadyAgain() throws IOException {
    Step[] script = new Step[40];
    Arrays.fill(script, new Step.Answer(200));
    script[0] = new Step.Answer(503);
    try (ScriptedServer server = ScriptedServer.start(script);
        Balancer balancer = Balancer.start(server.address())) {
      await().until(() -> !balancer.routesToService());
      await().until(balancer::routesToService);
    }
  }

  @Test
  void stopsRoutingWhenNobodyListens() throws IOException {
    try (Balancer balancer = Balancer.start(ScriptedServer.nobody())) {
      await().until(() -> !balancer.routesToService());
    }
  }
}
