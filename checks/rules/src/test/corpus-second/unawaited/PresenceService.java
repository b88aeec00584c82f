package chat.presence;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Service
public class PresenceService {
  interface Directory {
    Flux<String> online();

    Mono<Void> markOffline(String user);
  }

  private final Directory directory;

  public PresenceService(Directory directory) {
    this.directory = directory;
  }

  public Mono<Long> count() {
    return directory.online().count();
  }

  @PreDestroy
  void everybodyOut() {
    directory.online()
        .flatMap(directory::markOffline)
        .timeout(Duration.ofSeconds(3))
        .subscribe();
  }
}
