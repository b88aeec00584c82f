import java.util.concurrent.CountDownLatch;

class JoinInHook {
  private final Thread worker = new Thread(() -> {});
  private final CountDownLatch done = new CountDownLatch(1);

  void start() {
    Thread hook = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    finish();
  }

  private void finish() {
    try {
      worker.join();
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void used() throws InterruptedException {
    done.await();
  }
}
