import java.util.ArrayList;
import java.util.List;

class Consumers {
  private static final long NO_LIMIT = 0;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  void start(int count) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(this::poll, "consumer-" + i);
      threads.add(thread);
      thread.start();
    }
    Runnable stop = () -> stop(NO_LIMIT);
    Runtime.getRuntime().addShutdownHook(new Thread(stop));
  }

  private void poll() {
    while (running) {
      Thread.onSpinWait();
    }
  }

  private void stop(long millis) {
    running = false;
    threads.forEach(
        thread -> {
          try {
            thread.join(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
