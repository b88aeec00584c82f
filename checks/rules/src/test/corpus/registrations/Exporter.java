class Exporter implements AutoCloseable {
  private final Thread hook = new Thread(this::close, "exporter");
  private boolean closed;

  Exporter() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void export(String line) {
    System.out.println(line);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    Runtime.getRuntime().removeShutdownHook(hook);
    System.out.flush();
  }
}
