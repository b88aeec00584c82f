import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;

class Drainer {
  private final KafkaConsumer<String, String> consumer;
  private final Thread poller;
  private volatile boolean running = true;

  Drainer(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
    this.poller = new Thread(this::poll, "poller");
    poller.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void poll() {
    while (running) {
      consumer.poll(Duration.ofMillis(500));
    }
  }

  private void stop() {
    running = false;
    consumer.wakeup();
    try {
      poller.join(4_000);
      if (poller.isAlive()) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close(Duration.ofSeconds(2));
  }
}
