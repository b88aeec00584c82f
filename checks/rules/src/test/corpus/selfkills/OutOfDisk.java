package storage;

import java.io.IOException;
import java.nio.file.FileStore;

class OutOfDisk {
  private final FileStore store;

  OutOfDisk(FileStore store) {
    this.store = store;
  }

  void watch() throws IOException {
    if (store.getUsableSpace() < 1_000_000) {
      stop(ProcessHandle.current());
    }
  }

  private static void stop(ProcessHandle handle) {
    if (!handle.destroyForcibly()) {
      System.err.println("still alive: " + handle.pid());
    }
  }
}
