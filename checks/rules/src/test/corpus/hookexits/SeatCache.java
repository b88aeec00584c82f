class SeatCache {
  private final Store store;

  SeatCache(Store store) {
    this.store = store;
    Thread hook = new Thread(store::persist, "seat-cache");
    hook.setUncaughtExceptionHandler(
        (thread, failure) -> {
          System.err.println(thread.getName() + ": " + failure);
          System.exit(1);
        });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  interface Store {
    void persist();
  }
}
