import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class PhasedDrain {
  private final CountDownLatch drained = new CountDownLatch(3);
  private final ExecutorService workers = Executors.newFixedThreadPool(3);

  void start() {
    for (int i = 0; i < 3; i++) {
      workers.execute(this::loop);
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  workers.shutdown();
                  try {
                    if (!drained.await(5, TimeUnit.SECONDS)) {
                      workers.shutdownNow();
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  private void loop() {
    drained.countDown();
  }
}
