class WorkerPool {
  private final Worker[] workers;

  WorkerPool(int size) {
    workers = new Worker[size];
    int started = 0;
    while (started < size) {
      workers[started] = new Worker(started);
      workers[started].start();
      started++;
    }
  }

  private static final class Worker extends Thread {
    private volatile boolean running = true;

    Worker(int number) {
      super("worker-" + number);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread() {
                @Override
                public void run() {
                  running = false;
                }
              });
    }

    @Override
    public void run() {
      while (running) {
        Thread.onSpinWait();
      }
    }
  }
}
