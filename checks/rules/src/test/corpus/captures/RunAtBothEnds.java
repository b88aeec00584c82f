class RunAtBothEnds {
  public static void main(String[] args) throws Exception {
    Cache cache = new Cache();
    Thread hook = new Thread(cache::stop);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      cache.serve();
    } finally {
      Runtime.getRuntime().removeShutdownHook(hook);
      hook.run();
    }
  }

  static final class Cache {
    void serve() {}

    void stop() {
      System.out.println("stopped");
    }
  }
}
