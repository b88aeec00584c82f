import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

public class TradeGateway {
  private final ExecutorService sessions = Executors.newFixedThreadPool(8);

  public void open() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread("trade-gateway-stop") {
              @Override
              public void run() {
                boolean drained = drain();
                Runtime.getRuntime().exit(drained ? 0 : 1);
              }
            });
  }

  private boolean drain() {
    sessions.shutdown();
    try {
      return sessions.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
