package vote.tally;

import io.dropwizard.lifecycle.Managed;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

public class VoteTally implements Managed {
  interface Store {
    Mono<Void> save(long total);
  }

  private final Store store;
  private final Sinks.Many<Integer> votes = Sinks.many().unicast().onBackpressureBuffer();
  private Disposable counting;
  private volatile long total;

  public VoteTally(Store store) {
    this.store = store;
  }

  @Override
  public void start() {
    counting = votes.asFlux().subscribe(v -> total += v);
  }

  @Override
  public void stop() {
    counting.dispose();
    Mono<Void> saving = Mono.defer(() -> store.save(total));
    saving.onErrorComplete().block();
  }
}
