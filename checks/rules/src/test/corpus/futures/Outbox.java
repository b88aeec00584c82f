import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

class Outbox {
  private final List<CompletableFuture<Void>> inFlight = new CopyOnWriteArrayList<>();

  Outbox() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::drain, "outbox-drain"));
  }

  void send(Runnable message) {
    inFlight.add(CompletableFuture.runAsync(message));
  }

  private void drain() {
    inFlight.forEach(CompletableFuture::join);
    CompletableFuture.allOf(inFlight.toArray(new CompletableFuture[0])).join();
  }

  void barrier() {
    inFlight.forEach(CompletableFuture::join);
  }
}
