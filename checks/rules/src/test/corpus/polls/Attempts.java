import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class Attempts implements AutoCloseable {
  private static final int MOST = 5;
  private final Path lock = Path.of("app.lock");
  private final Thread worker = new Thread(() -> {});

  @Override
  public void close() throws IOException {
    for (int attempt = 0; attempt < MOST; attempt++) {
      if (!worker.isAlive()) {
        break;
      }
      pause(100L << attempt);
    }
    int left = MOST;
    while (true) {
      try {
        Files.deleteIfExists(lock);
        return;
      } catch (IOException e) {
        if (--left == 0) {
          throw e;
        }
        pause(50);
      }
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
