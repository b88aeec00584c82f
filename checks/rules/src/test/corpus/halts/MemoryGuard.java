class MemoryGuard implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    System.err.println(thread.getName() + ": " + failure);
    Runtime.getRuntime().halt(99);
  }

  void run(Runnable work) {
    try {
      work.run();
    } catch (OutOfMemoryError e) {
      Runtime.getRuntime().halt(3);
    } catch (RuntimeException e) {
      System.exit(1);
    }
  }
}
