import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public class SessionStore implements DisposableBean {
  private final Map<String, String> sessions = new ConcurrentHashMap<>();
  private final WebClient client;

  public SessionStore(WebClient client) {
    this.client = client;
  }

  private Mono<Void> save(String id) {
    return client.put().uri("/sessions/{id}", id).retrieve().bodyToMono(Void.class);
  }

  @Override
  public void destroy() {
    Flux.fromIterable(sessions.keySet()).flatMap(this::save).then().block();
  }
}
