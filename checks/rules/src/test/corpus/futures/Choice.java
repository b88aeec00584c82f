import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

final class Choice implements AutoCloseable {
  private final Future<Integer> handshake;
  private final long timeout;

  Choice(Future<Integer> handshake, long timeout) {
    this.handshake = handshake;
    this.timeout = timeout;
  }

  @Override
  public void close() throws InterruptedException, ExecutionException, TimeoutException {
    if (timeout <= 0) {
      handshake.get();
      return;
    }
    handshake.get(timeout, TimeUnit.MILLISECONDS);
  }
}
