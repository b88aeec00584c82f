import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.clients.consumer.KafkaConsumer;

final class Lag {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Object guard = new Object();

  Lag(KafkaConsumer<byte[], byte[]> consumer, ExecutorService loop) {
    this.consumer = consumer;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> loop.execute(() -> consumer.close(Duration.ofSeconds(1)))));
    Runtime.getRuntime().addShutdownHook(new Thread(this::pause));
  }

  void tick() {
    synchronized (guard) {
      consumer.poll(Duration.ZERO);
    }
  }

  private void pause() {
    synchronized (guard) {
      consumer.pause(consumer.assignment());
    }
  }

  static void report(Properties settings) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try (KafkaConsumer<byte[], byte[]> own = new KafkaConsumer<>(settings)) {
                    System.err.println(own.listTopics(Duration.ofSeconds(1)).size());
                  }
                }));
  }
}
