class IndexKeeper {
  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    Thread writer = new Thread(this::writeIndex, "index-writer");
    writer.start();
    System.err.println("index is being written");
  }

  private void writeIndex() {
    System.out.println("index");
  }
}
