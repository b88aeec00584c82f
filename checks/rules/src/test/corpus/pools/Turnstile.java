import java.util.concurrent.TimeUnit;

class Turnstile {
  private final Gate gate = new Gate();

  void stop() throws InterruptedException {
    gate.awaitTermination(5, TimeUnit.SECONDS);
    gate.shutdown();
  }

  static final class Gate {
    boolean awaitTermination(long amount, TimeUnit unit) throws InterruptedException {
      unit.sleep(amount);
      return true;
    }

    void shutdown() {}
  }
}
