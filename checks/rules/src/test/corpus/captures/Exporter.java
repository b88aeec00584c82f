import java.util.concurrent.atomic.AtomicReference;

class Exporter {
  private final AtomicReference<Sink> sink = new AtomicReference<>(new Sink("default"));

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(sink.get()::flush));
  }

  void route(String name) {
    sink.set(new Sink(name));
  }

  record Sink(String name) {
    void flush() {
      System.out.println("flushed " + name);
    }
  }
}
