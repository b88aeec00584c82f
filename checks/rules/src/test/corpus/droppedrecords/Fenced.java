package relay;

import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.ProducerFencedException;

class Fenced {
  private final KafkaProducer<String, String> producer;

  Fenced(KafkaProducer<String, String> producer) {
    this.producer = producer;
  }

  void commit() {
    try {
      producer.commitTransaction();
    } catch (ProducerFencedException fenced) {
      producer.close(Duration.ZERO);
      throw fenced;
    }
  }
}
