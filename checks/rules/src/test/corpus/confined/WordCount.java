import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;

public class WordCount {
  private final KafkaConsumer<String, String> consumer;
  private final CountDownLatch ended = new CountDownLatch(1);

  public WordCount(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  public void run() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    try {
      consumer.subscribe(List.of("words"));
      while (true) {
        consumer.poll(Duration.ofSeconds(1));
      }
    } catch (WakeupException asked) {
      System.err.println("word count: asked to end");
    } finally {
      consumer.close(Duration.ofSeconds(5));
      ended.countDown();
    }
  }

  private void stop() {
    consumer.wakeup();
    try {
      if (!ended.await(8, TimeUnit.SECONDS)) {
        System.err.println("word count: left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
