package flower.auction;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

@ApplicationScoped
public class TulipAuction {
  private final HttpClient http = HttpClient.newHttpClient();

  void hammerDown(@Observes ShutdownEvent e) {
    HttpRequest bye = HttpRequest.newBuilder(URI.create("http://clock/auctioneer"))
        .DELETE()
        .timeout(Duration.ofSeconds(2))
        .build();
    http.sendAsync(bye, BodyHandlers.discarding())
        .thenAccept(r -> System.out.println("clock said " + r.statusCode()));
  }
}
