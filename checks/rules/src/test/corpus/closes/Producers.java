import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;

public class Producers implements AutoCloseable {
  private final Map<String, Producer<String, String>> byTopic = new ConcurrentHashMap<>();
  private final Duration patience;

  public Producers(Duration patience) {
    this.patience = patience;
  }

  void forget(String topic) {
    byTopic.remove(topic).close();
  }

  @Override
  public void close() {
    for (Producer<String, String> producer : byTopic.values()) {
      producer.close(patience);
    }
    byTopic.values().forEach(producer -> producer.close(Duration.ofSeconds(5)));
  }

  static void read(Map<String, Object> settings) {
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
      consumer.poll(Duration.ofSeconds(1));
    }
  }
}
