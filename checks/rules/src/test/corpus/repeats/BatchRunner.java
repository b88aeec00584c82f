import java.util.List;

class BatchRunner {
  void runAll(List<Batch> batches) throws InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    for (Batch batch : batches) {
      Thread rollback = new Thread(batch::rollback);
      runtime.addShutdownHook(rollback);
      try {
        batch.run();
      } finally {
        try {
          runtime.removeShutdownHook(rollback);
        } catch (IllegalStateException exiting) {
          System.err.println("exit during " + batch);
        }
      }
    }
  }

  interface Batch {
    void run() throws InterruptedException;

    void rollback();
  }
}
