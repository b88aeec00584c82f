package com.example.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class LedgerWriter {
  private final Lock guard = new ReentrantLock();
  private final RandomAccessFile file;
  private long position;

  LedgerWriter(RandomAccessFile file) {
    this.file = file;
  }

  void append(byte[] entry) throws IOException, InterruptedException {
    try {
      guard.lockInterruptibly();
      file.seek(position);
      file.write(entry);
      position += entry.length;
    } finally {
      guard.unlock();
    }
  }

  long position() {
    guard.lock();
    try {
      return position;
    } finally {
      guard.unlock();
    }
  }
}
