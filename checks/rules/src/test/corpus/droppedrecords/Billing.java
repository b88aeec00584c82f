package billing;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

class Billing {
  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(0);
  private final Producer<String, byte[]> invoices;

  Billing(Producer<String, byte[]> invoices) {
    this.invoices = invoices;
  }

  @PreDestroy
  void stop() {
    invoices.close(CLOSE_TIMEOUT);
  }
}
