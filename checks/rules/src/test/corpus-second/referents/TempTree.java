package files.temptree;

import java.io.File;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;

public class TempTree {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Path root;

  public TempTree() throws IOException {
    Path dir = Files.createTempDirectory("tree");
    root = dir;
    CLEANER.register(this, () -> wipe(dir.toFile()));
  }

  public Path root() {
    return root;
  }

  private static void wipe(File f) {
    File[] inside = f.listFiles();
    if (inside != null) {
      for (File child : inside) {
        wipe(child);
      }
    }
    f.delete();
  }
}
