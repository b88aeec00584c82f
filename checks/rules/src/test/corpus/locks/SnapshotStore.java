package com.example.snapshot;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantReadWriteLock;

public class SnapshotStore {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private ByteBuffer current = ByteBuffer.allocate(0);

  public void replace(byte[] bytes) {
    ReentrantReadWriteLock.WriteLock write = rw.writeLock();
    try {
      ByteBuffer next = encode(bytes);
      write.lock();
      current = next;
    } finally {
      write.unlock();
    }
  }

  public ByteBuffer read() {
    rw.readLock().lock();
    try {
      return current.asReadOnlyBuffer();
    } finally {
      rw.readLock().unlock();
    }
  }

  private static ByteBuffer encode(byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException("bytes: empty");
    }
    return ByteBuffer.wrap(bytes.clone());
  }
}
