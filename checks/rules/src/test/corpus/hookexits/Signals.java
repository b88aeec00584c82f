import sun.misc.Signal;

final class Signals {
  private Signals() {}

  static void install(Runnable flush) {
    Signal.handle(
        new Signal("INT"),
        signal -> {
          flush.run();
          System.exit(130);
        });
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          System.exit(1);
        });
    Runtime.getRuntime().addShutdownHook(new Thread(flush));
  }
}
