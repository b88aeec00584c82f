import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class QueueBroker {
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  void start() {
    int waiting = messages.size();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> System.err.println(waiting + " messages not delivered")));
  }

  void accept(String message) {
    messages.add(message);
  }
}
