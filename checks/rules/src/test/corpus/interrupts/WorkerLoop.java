import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class WorkerLoop {
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(100);
  private final Thread worker =
      new Thread(
          () -> {
            try {
              while (true) {
                System.out.println(lines.take());
              }
            } catch (InterruptedException e) {
              System.out.println("worker ends");
            }
          });

  void start() {
    worker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(worker::interrupt));
  }
}
