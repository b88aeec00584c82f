import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Batch implements AutoCloseable {
  private final BlockingQueue<String> rows = new LinkedBlockingQueue<>();
  private final List<Thread> readers = List.of(new Thread(() -> {}), new Thread(() -> {}));

  public static void main(String[] args) throws InterruptedException {
    try (Batch batch = new Batch()) {
      for (Thread reader : batch.readers) {
        reader.start();
      }
      for (Thread reader : batch.readers) {
        reader.join();
      }
      batch.rows.put("end");
    }
  }

  @Override
  public void close() throws InterruptedException {
    rows.put("closed");
    StringBuilder rest = new StringBuilder();
    while (!rows.isEmpty()) {
      rest.append(rows.take());
    }
    System.out.println(String.join(",", rest));
    for (Thread reader : readers) {
      if (reader.isAlive()) {
        continue;
      }
      reader.join();
    }
  }
}
