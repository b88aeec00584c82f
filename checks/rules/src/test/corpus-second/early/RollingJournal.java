package store.rolling;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class RollingJournal {
  private final Path dir;
  private Path active;

  public RollingJournal(Path dir, Lastcall lastcall) throws IOException {
    this.dir = dir;
    this.active = Files.createTempFile(dir, "journal", ".open");
    Path current = active;
    lastcall.defer(CleanupSpec.named("seal-journal"), () -> seal(current));
  }

  public synchronized void append(String line) throws IOException {
    Files.writeString(active, line + "\n", java.nio.file.StandardOpenOption.APPEND);
    if (Files.size(active) > 1 << 20) {
      roll();
    }
  }

  private void roll() throws IOException {
    seal(active);
    active = Files.createTempFile(dir, "journal", ".open");
  }

  private static void seal(Path p) throws IOException {
    Files.move(p, p.resolveSibling(p.getFileName() + ".sealed"));
  }
}
