import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class Journal {
  private final ExecutorService writer;
  private volatile Future<?> lastWrite;

  public Journal(ExecutorService writer) {
    this.writer = writer;
  }

  public void append(byte[] record) {
    lastWrite = writer.submit(() -> write(record));
  }

  private void write(byte[] record) {}

  @PreDestroy
  public void flush() {
    Future<?> pending = lastWrite;
    if (pending == null) {
      return;
    }
    try {
      pending.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      System.err.println("last record was not written: " + e.getCause());
    }
  }
}
