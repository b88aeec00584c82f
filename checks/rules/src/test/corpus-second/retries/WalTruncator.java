package store.wal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public class WalTruncator implements Closeable {
  private final FileChannel wal;

  public WalTruncator(Path file) throws IOException {
    wal = FileChannel.open(file, StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    try (wal) {
      FileLock l = null;
      do {
        l = wal.tryLock();
        Thread.onSpinWait();
      } while (l == null);
      try (FileLock held = l) {
        held.channel().position(0);
        wal.truncate(0);
      }
    }
  }
}
