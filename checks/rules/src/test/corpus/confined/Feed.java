import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

class Feed {
  private final Consumer<String> consumer;
  private final Deque<String> lines = new ArrayDeque<>();
  private final KafkaConsumer upstream = new KafkaConsumer();

  Feed(Consumer<String> consumer) {
    this.consumer = consumer;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> consumer.accept("end")));
    Runtime.getRuntime().addShutdownHook(new Thread(upstream::close));
  }

  void pump() {
    while (upstream.poll(lines)) {
      consumer.accept(lines.poll());
    }
  }

  static final class KafkaConsumer {
    synchronized boolean poll(Deque<String> into) {
      return into.offer("line");
    }

    synchronized void close() {
      System.err.println("upstream: closed");
    }
  }
}
