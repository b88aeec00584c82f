import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.SmartLifecycle;

public abstract class SyncAgent implements SmartLifecycle {
  private Future<?> transfer;

  @Override
  public void stop() {
    finishTransfer();
    releaseLocks();
  }

  private void finishTransfer() {
    try {
      transfer.get(4, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException("transfer cut off", e);
    }
  }

  private void releaseLocks() {}
}
