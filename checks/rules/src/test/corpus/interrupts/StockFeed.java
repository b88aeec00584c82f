import jakarta.annotation.PreDestroy;

class StockFeed {
  private final Thread reader = new Thread(this::read, "stock-feed");
  private volatile boolean running = true;

  private void read() {
    while (running) {
      Thread.onSpinWait();
    }
  }

  @PreDestroy
  void stop() {
    running = false;
    try {
      reader.join(2_000);
    } catch (InterruptedException ignored) {
    }
    System.out.println("feed closed, alive: " + reader.isAlive());
  }
}
