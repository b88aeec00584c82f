import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public final class Redis implements AutoCloseable {
  interface Client {
    CompletableFuture<Void> shutdownAsync(long quiet, long limit, TimeUnit unit);
  }

  private final Client client;
  private final ScheduledExecutorService timer;

  Redis(Client client, ScheduledExecutorService timer) {
    this.client = client;
    this.timer = timer;
  }

  @Override
  public void close() throws InterruptedException, ExecutionException {
    client.shutdownAsync(0, 2, TimeUnit.SECONDS).get();
    timer.schedule(() -> {}, 2, TimeUnit.SECONDS).get();
  }
}
