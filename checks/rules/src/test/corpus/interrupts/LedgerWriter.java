import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class LedgerWriter implements AutoCloseable {
  private final CountDownLatch drained = new CountDownLatch(1);

  @Override
  public void close() {
    try {
      if (!drained.await(3, TimeUnit.SECONDS)) {
        System.err.println("ledger: entries left");
      }
    } catch (Exception e) {
      System.err.println("ledger: " + e.getMessage());
    }
  }
}
