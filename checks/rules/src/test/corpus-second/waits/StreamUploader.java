package media.upload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

public class StreamUploader implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private final List<CompletableFuture<String>> parts = new CopyOnWriteArrayList<>();
  private final Mono<String> complete;

  public StreamUploader(Mono<String> complete) {
    this.complete = complete.timeout(LIMIT);
  }

  public void part(CompletableFuture<String> etag) {
    parts.add(etag.completeOnTimeout("", LIMIT.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    long missing = parts.stream().map(p -> p.exceptionally(t -> "")).map(CompletableFuture::join).filter(String::isEmpty).count();
    if (missing > 0) {
      System.err.println(missing + " parts are missing");
    } else {
      System.out.println("etag " + complete.onErrorReturn("?").block());
    }
  }
}
