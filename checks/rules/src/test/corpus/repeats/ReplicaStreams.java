import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

final class ReplicaStreams {
  private final ConcurrentMap<String, Stream> streams = new ConcurrentHashMap<>();

  void connect(List<String> hosts) {
    hosts.stream()
        .filter(host -> !host.isBlank())
        .forEach(
            host -> {
              Stream stream = new Stream(host);
              streams.put(host, stream);
              Runtime.getRuntime().addShutdownHook(new Thread(stream::end));
            });
  }

  int size() {
    return streams.size();
  }

  record Stream(String host) {
    void end() {
      System.err.println("end of stream to " + host);
    }
  }
}
