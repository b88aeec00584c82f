class Collector {
  private final Buffer buffer;

  Collector(Buffer buffer) {
    this.buffer = buffer;
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    buffer.flush();
    Runtime.getRuntime().halt(0);
  }

  interface Buffer {
    void flush();
  }
}
