package dev.lastcall.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What the test says to the node. */
final class Store {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final int port;

  Store(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Sends a body and returns what the node says, if it takes it. */
  JsonNode put(String path, String body) {
    return answer(request(path).PUT(BodyPublishers.ofString(body)).build());
  }

  JsonNode get(String path) {
    return answer(request(path).GET().build());
  }

  /** Returns what is there under one value of a field, with what is being written just now. */
  JsonNode hits(String field, String value) {
    answer(request("/lastcall-audit-*/_refresh").POST(BodyPublishers.noBody()).build());
    String query = URLEncoder.encode(field + ":\"" + value + '"', StandardCharsets.UTF_8);
    return get("/lastcall-audit-*/_search?size=100&sort=seq&q=" + query).at("/hits/hits");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json");
  }

  private JsonNode answer(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw new AssertionError(request + ": " + response.statusCode() + ' ' + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException failure) {
      throw new AssertionError(request.toString(), failure);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupt);
    }
  }
}
