import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public final class Archiver {
  private final FileChannel log;

  public Archiver(Path file) throws IOException {
    log = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    Runtime.getRuntime().addShutdownHook(new Thread(this::finish, "archiver-finish"));
  }

  private void finish() {
    try {
      log.force(true);
      log.close();
    } catch (IOException e) {
      fail("archive is not complete: " + e.getMessage());
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(3);
  }
}
