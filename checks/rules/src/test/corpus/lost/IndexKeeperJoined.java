class IndexKeeperJoined {
  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    Thread writer = new Thread(this::writeIndex, "index-writer");
    writer.start();
    finish(writer);
  }

  private static void finish(Thread thread) {
    try {
      thread.join(3_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeIndex() {
    System.out.println("index");
  }
}
