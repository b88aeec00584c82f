import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

class Backup {
  private final Path partial = Path.of("backup.part");

  void write(Iterable<byte[]> blocks) throws IOException {
    try (OutputStream out = Files.newOutputStream(partial)) {
      for (byte[] block : blocks) {
        if (block.length == 0) {
          out.close();
          System.exit(65);
        }
        out.write(block);
      }
    }
  }

  void verify(Iterable<byte[]> blocks) {
    try {
      for (byte[] block : blocks) {
        if (block.length == 0) {
          cleanUp();
          System.exit(65);
        }
      }
    } finally {
      cleanUp();
    }
  }

  void restore(Session session) {
    Runtime.getRuntime().addShutdownHook(new Thread(session::close));
    try {
      if (!session.restore(partial)) {
        System.exit(74);
      }
    } finally {
      session.close();
    }
  }

  private void cleanUp() {
    partial.toFile().delete();
  }

  interface Session {
    boolean restore(Path file);

    void close();
  }
}
