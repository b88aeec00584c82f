class Daemon {
  private Thread worker;
  private Thread hook;

  void start(Runnable work, Runnable cleanup) {
    worker = new Thread(work);
    worker.start();
    Thread stopper = new Thread(cleanup);
    hook = stopper;
    Runtime.getRuntime().addShutdownHook(stopper);
  }

  void stop() {
    worker.interrupt();
    if (hook != null) {
      Runtime.getRuntime().removeShutdownHook(hook);
      hook = null;
    }
  }

  static void replay(Runnable first, Runnable second) {
    Thread thread = new Thread(first);
    thread.start();
    thread = new Thread(second);
    Runtime.getRuntime().addShutdownHook(thread);
  }
}
