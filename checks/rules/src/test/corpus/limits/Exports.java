import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;

class Exports {
  private static final int HOURS = 6;
  private final Producer<String, String> producer;

  Exports(Producer<String, String> producer) {
    this.producer = producer;
  }

  static void main(Producer<String, String> producer) {
    Exports exports = new Exports(producer);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> exports.stop(Duration.ofHours(HOURS))));
  }

  void stop(Duration limit) {
    producer.close(limit);
  }

  void rotate() {
    stop(Duration.ofSeconds(1));
  }
}
