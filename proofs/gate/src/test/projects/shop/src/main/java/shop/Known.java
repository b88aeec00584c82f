package shop;

public class Known {
  @SuppressWarnings("LC0201")
  public void wait(Thread worker) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }));
  }
}
