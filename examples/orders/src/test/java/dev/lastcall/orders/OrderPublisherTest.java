package dev.lastcall.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderPublisherTest {
  private static final Order TEA = new Order("order-1", "tea", BigDecimal.ONE);
  private static final Order RICE = new Order("order-2", "rice", BigDecimal.TEN);
  private static final Order SOUP = new Order("order-3", "soup", BigDecimal.TEN);

  @TempDir Path directory;

  @Test
  void sendsWhatItAcceptedBeforeItCloses() throws Exception {
    Broker broker = Broker.start(directory.resolve("broker"), Faults.none());
    OrderPublisher publisher = OrderPublisher.start(Faults.none());
    publisher.accept(TEA);
    publisher.accept(RICE);
    publisher.close(Duration.ofSeconds(10));
    assertThat(publisher.waiting()).isZero();
    assertThatThrownBy(() -> publisher.accept(SOUP)).hasMessage("outbox: closed (expected: open)");
    broker.stop();
    assertThat(OrderAudit.messages(directory)).containsExactly("order-1", "order-2");
  }

  @Test
  void saysHowManyOrdersTheBrokerDidNotTake() throws Exception {
    Broker broker = Broker.start(directory.resolve("broker"), Faults.none());
    OrderPublisher publisher = OrderPublisher.start(Faults.none());
    publisher.accept(TEA);
    await().until(() -> publisher.waiting() == 0);
    broker.stop();
    publisher.accept(RICE);
    assertThatThrownBy(() -> publisher.close(Duration.ofMillis(300)))
        .hasMessage("outbox: 1 orders unsent (expected: 0)");
  }
}
