package relay;

import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;

class Reader implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;

  Reader(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
  }
}
