class Warmup {
  void install(Runnable flush, boolean early) {
    Thread hook = new Thread(flush, "flush");
    if (early) {
      Runtime.getRuntime().addShutdownHook(hook);
    }
    load();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void installOnce(Runnable flush, boolean early) {
    Thread hook = new Thread(flush, "flush");
    if (early) {
      Runtime.getRuntime().addShutdownHook(hook);
    } else {
      load();
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  void leave() {
    Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
  }

  private void load() {}
}
