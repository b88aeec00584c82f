import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

public class OrderConsumer {
  private final KafkaConsumer<String, String> consumer;

  public OrderConsumer(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  public void run() {
    consumer.subscribe(List.of("orders"));
    Runtime.getRuntime().addShutdownHook(new Thread(consumer::close));
    while (true) {
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
        System.out.println(record.value());
      }
    }
  }
}
