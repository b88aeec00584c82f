package sea.coral;

import java.time.Duration;
import java.util.List;
import javax.annotation.PreDestroy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public class CoralMapper {
  interface Store {
    Mono<Void> put(String polyp);
  }

  private final Store store;
  private final List<String> polyps;

  public CoralMapper(Store store, List<String> polyps) {
    this.store = store;
    this.polyps = List.copyOf(polyps);
  }

  @PreDestroy
  void flush() {
    Mono<Void> all = Flux.fromIterable(polyps).concatMap(store::put).then();
    all.onErrorResume(t -> {
      System.err.println("polyps lost: " + t);
      return Mono.empty();
    }).block(Duration.ofSeconds(3));
  }
}
