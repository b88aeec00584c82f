package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lastcall.orders.ScriptedServer.Step;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class LoadClientTest {
  private final Tally tally = new Tally();

  @Test
  void givesEachRequestExactlyOneFate() throws IOException {
    Step[] script = {
      new Step.Answer(201),
      new Step.Answer(503),
      new Step.Answer(500),
      new Step.Close(),
      new Step.Answer(201),
      new Step.AnswerAndClose(201)
    };
    try (ScriptedServer server = ScriptedServer.start(script);
        LoadClient client =
            LoadClient.start(server.address(), 100, 1, () -> tally.counts().sent() < 6, tally)) {
      await().until(() -> tally.counts().elsewhere() > 0);
      assertThat(client.answered()).isEqualTo(3);
    }
    Tally.Counts counts = tally.counts();
    assertThat(counts.answered()).isEqualTo(3);
    assertThat(counts.refused()).isEqualTo(1);
    assertThat(counts.lost()).isEqualTo(2);
    assertThat(counts.sent()).isEqualTo(6);
    assertThat(tally.acknowledged()).containsExactly("order-1", "order-5", "order-6");
  }

  @Test
  void countsWhatNobodyAcceptedAsRefused() throws IOException {
    try (LoadClient client = LoadClient.start(ScriptedServer.nobody(), 500, 4, () -> true, tally)) {
      await().until(() -> tally.counts().refused() >= 20);
      assertThat(client.answered()).isZero();
    }
    assertThat(tally.counts().lost()).isZero();
    assertThat(tally.acknowledged()).isEmpty();
  }

  @Test
  void sendsNothingWhileTheServiceIsNotReady() throws IOException {
    AtomicBoolean routing = new AtomicBoolean(false);
    try (ScriptedServer server = ScriptedServer.start();
        LoadClient client = LoadClient.start(server.address(), 500, 4, routing::get, tally)) {
      await().until(() -> tally.counts().elsewhere() >= 20);
      assertThat(client.answered()).isZero();
      assertThat(server.connections()).isZero();
    }
    assertThat(tally.counts().sent()).isZero();
  }
}
