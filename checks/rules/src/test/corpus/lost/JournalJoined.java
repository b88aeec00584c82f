import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class JournalJoined implements AutoCloseable {
  private volatile boolean open = true;
  private final Thread writer = new Thread(this::write, "journal");

  void start() {
    writer.setDaemon(true);
    writer.start();
  }

  private void write() {
    try {
      while (open) {
        Files.writeString(Path.of("journal"), "tick");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    open = false;
    writer.join(2_000);
  }
}
