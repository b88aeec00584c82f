class Cache {
  private final System.Logger log = System.getLogger("cache");

  Cache() {
    Thread hook =
        new Thread("cache-dump") {
          @Override
          public void run() {
            log.log(System.Logger.Level.INFO, "dumping");
          }
        };
    Runtime.getRuntime().addShutdownHook(hook);
  }
}
