import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class QueueBrokerFresh {
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  void start() {
    long started = System.nanoTime();
    int restored = messages.size();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () ->
                    System.err.println(
                        (messages.size() - restored)
                            + " new messages after "
                            + (System.nanoTime() - started))));
  }

  void accept(String message) {
    messages.add(message);
  }
}
