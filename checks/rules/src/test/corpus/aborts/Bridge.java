package com.acme.bridge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

public class Bridge implements AutoCloseable {
  private final FileChannel log;
  private final FileLock lock;
  private final Process child;

  public Bridge(FileChannel log, FileLock lock, Process child) {
    this.log = log;
    this.lock = lock;
    this.child = child;
  }

  @Override
  public void close() throws IOException {
    log.close();
    lock.release();
    child.destroy();
  }
}
