import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

class Journal {
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(1_000);
  private final Thread writer = new Thread(this::write, "journal");

  void start() {
    writer.setDaemon(true);
    writer.start();
  }

  private void write() {
    try {
      while (true) {
        Files.writeString(Path.of("journal"), lines.take());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
