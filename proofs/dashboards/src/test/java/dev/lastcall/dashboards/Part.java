package dev.lastcall.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of Debian's, started on a port of its own on the loopback address. */
final class Part implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path PROGRAMS = Path.of("/usr/bin");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private Part(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Says which of the programs cannot be run here, empty if all can. */
  static Optional<String> missing(String... programs) {
    return Stream.of(programs)
        .filter(program -> !Files.isExecutable(PROGRAMS.resolve(program)))
        .findFirst()
        .map(
            program ->
                "no /usr/bin/"
                    + program
                    + ": apt-get install prometheus prometheus-pushgateway"
                    + " prometheus-node-exporter");
  }

  /** Starts a program whose web address is told by {@code --web.listen-address}. */
  static Part start(Path folder, String program, String... options) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(PROGRAMS.resolve(program).toString());
    command.add("--web.listen-address=127.0.0.1:" + port);
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(program + ".log").toFile())
            .start();
    return new Part(process, port);
  }

  /** Runs {@code promtool} and returns what it said, its exit code first. */
  static String promtool(Path folder, Path input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PROGRAMS.resolve("promtool").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(input.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + "\n" + said;
  }

  int port() {
    return port;
  }

  boolean isReady(String path) {
    try {
      return get(path).statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Asks Prometheus; the result, empty if the query selects nothing. */
  JsonNode query(String query) {
    JsonNode answer =
        json("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (!answer.path("status").asText().equals("success")) {
      throw new AssertionError(query + ": " + answer);
    }
    return answer.at("/data/result");
  }

  JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(get(path).body());
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private java.net.http.HttpResponse<String> get(String path) {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    try {
      return HTTP.send(
          HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupt);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupt) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
