final class TwoPhase {
  void install(Runnable first, Runnable second) {
    Runtime runtime = Runtime.getRuntime();
    runtime.addShutdownHook(
        new Thread(
            () -> {
              first.run();
              runtime.addShutdownHook(new Thread(second));
            }));
  }
}
