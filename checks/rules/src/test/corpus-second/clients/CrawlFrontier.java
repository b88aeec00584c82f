package web.crawl;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public class CrawlFrontier implements AutoCloseable {
  private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final List<Runnable> onClose = new ArrayList<>();

  public CrawlFrontier() {
    onClose.add(client::close);
    onClose.add(() -> System.out.println("frontier closes"));
  }

  public void visit(URI u) {
    HttpRequest get = HttpRequest.newBuilder(u).GET().build();
    client.sendAsync(get, HttpResponse.BodyHandlers.ofString())
        .thenAccept(r -> System.out.println(u + " " + r.statusCode()));
  }

  @Override
  public void close() {
    Collections.reverse(onClose);
    for (Runnable c : onClose) {
      try {
        c.run();
      } catch (RuntimeException e) {
        System.err.println(c + ": " + e);
      }
    }
  }
}
