package audit;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

public final class AuditTrail implements AutoCloseable {
  private final KafkaProducer<String, String> producer;

  public AuditTrail(KafkaProducer<String, String> producer) {
    this.producer = producer;
  }

  public void record(String event) {
    producer.send(new ProducerRecord<>("audit", event));
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
