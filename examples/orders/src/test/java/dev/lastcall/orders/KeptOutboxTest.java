package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptOutboxTest {
  private static final Order TEA = new Order("order-1", "tea", BigDecimal.ONE);
  private static final Order RICE = new Order("order-2", "rice", BigDecimal.TEN);
  private static final Duration PLENTY = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void sendsWhatItAcceptedBeforeItCloses() throws Exception {
    Broker broker = Broker.start(directory.resolve("broker"), Faults.none());
    KeptOutbox outbox = KeptOutbox.start(directory, Faults.none());
    outbox.accept(TEA);
    outbox.accept(RICE);
    outbox.close(PLENTY);
    assertThat(outbox.waiting()).isZero();
    assertThatThrownBy(() -> outbox.accept(TEA)).hasMessage("outbox: closed (expected: open)");
    broker.stop();
    assertThat(OrderAudit.messages(directory)).containsExactly("order-1", "order-2");
  }

  @Test
  void whatTheBrokerDidNotTakeIsSentByTheNextStart() throws Exception {
    KeptOutbox before = KeptOutbox.start(directory, Faults.none());
    before.accept(TEA);
    assertThatThrownBy(() -> before.close(Duration.ofMillis(100)))
        .hasMessage("outbox: 1 orders unsent (expected: 0)");

    Broker broker = Broker.start(directory.resolve("broker"), Faults.none());
    KeptOutbox after = KeptOutbox.start(directory, Faults.none());
    await().atMost(PLENTY).until(() -> after.waiting() == 0);
    after.close(PLENTY);
    broker.stop();
    assertThat(OrderAudit.messages(directory)).containsExactly("order-1");
  }
}
