class Spool {
  private final Thread drainer = new Thread(this::drain, "spool-drain");

  void open() {
    Runtime.getRuntime().addShutdownHook(new Thread(drainer));
  }

  boolean close() {
    drain();
    return Runtime.getRuntime().removeShutdownHook(drainer);
  }

  private void drain() {
    System.err.println("spool: drained");
  }
}
