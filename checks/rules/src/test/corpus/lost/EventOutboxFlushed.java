import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

class EventOutboxFlushed {
  private final KafkaProducer<String, String> producer;

  EventOutboxFlushed(KafkaProducer<String, String> producer) {
    this.producer = producer;
    Runtime.getRuntime().addShutdownHook(new Thread(this::sayGoodbye));
  }

  private void sayGoodbye() {
    producer.send(new ProducerRecord<>("nodes", "leaving"));
    producer.close(Duration.ofSeconds(3));
  }
}
