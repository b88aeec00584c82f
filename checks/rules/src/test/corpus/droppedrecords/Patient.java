package relay;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;

public class Patient implements AutoCloseable {
  private final KafkaProducer<String, String> producer;
  private final Duration limit;

  public Patient(KafkaProducer<String, String> producer, Duration limit) {
    this.producer = producer;
    this.limit = limit;
  }

  @Override
  public void close() {
    producer.flush();
    producer.close(limit);
  }
}
