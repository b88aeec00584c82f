import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

final class Ingest implements Runnable {
  private final Consumer<byte[], byte[]> source;
  private volatile boolean running = true;

  Ingest(Properties settings) {
    source = new KafkaConsumer<>(settings);
  }

  static void main(Properties settings) {
    Ingest ingest = new Ingest(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ingest.stop()));
    ingest.run();
  }

  @Override
  public void run() {
    source.subscribe(Set.of("events"));
    while (running) {
      source.poll(Duration.ofSeconds(1));
    }
  }

  private void stop() {
    running = false;
    save();
  }

  private void save() {
    source.commitSync(Duration.ofSeconds(3));
    source.close(Duration.ofSeconds(3));
  }
}
