import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Timed {
  interface Sink {
    CompletableFuture<Void> flushAsync();
  }

  private final List<Sink> sinks = List.of();

  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::flush));
    Runtime.getRuntime().addShutdownHook(new Thread(this::flushEach));
  }

  private void flush() {
    List<CompletableFuture<Void>> flushing = new ArrayList<>();
    for (Sink sink : sinks) {
      flushing.add(sink.flushAsync().orTimeout(3, TimeUnit.SECONDS));
    }
    CompletableFuture.allOf(flushing.toArray(CompletableFuture[]::new)).join();
    flushing.forEach(CompletableFuture::join);
  }

  private void flushEach() {
    List<CompletableFuture<Void>> flushing = sinks.stream().map(Sink::flushAsync).toList();
    try {
      CompletableFuture.allOf(flushing.toArray(CompletableFuture[]::new)).get(4, TimeUnit.SECONDS);
      for (CompletableFuture<Void> one : flushing) {
        one.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("not everything is flushed: " + e);
    }
  }
}
