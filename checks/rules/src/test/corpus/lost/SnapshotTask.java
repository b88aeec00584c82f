import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

abstract class SnapshotTask implements SmartLifecycle {
  @Override
  public void stop(Runnable callback) {
    CompletableFuture.runAsync(
        () -> {
          stop();
          callback.run();
        });
  }

  @Override
  public void stop() {
    CompletableFuture<Void> first = CompletableFuture.runAsync(this::saveUsers);
    CompletableFuture<Void> second = CompletableFuture.runAsync(this::saveRooms);
    try {
      CompletableFuture.allOf(first, second).get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      System.err.println("snapshot: " + e);
    }
  }

  abstract void saveUsers();

  abstract void saveRooms();
}
