import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

class EventOutbox {
  private final KafkaProducer<String, String> producer;

  EventOutbox(KafkaProducer<String, String> producer) {
    this.producer = producer;
    Runtime.getRuntime().addShutdownHook(new Thread(this::sayGoodbye));
  }

  private void sayGoodbye() {
    producer.send(new ProducerRecord<>("nodes", "leaving"));
  }
}
