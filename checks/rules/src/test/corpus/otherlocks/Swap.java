package com.example.swap;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class Swap {
  static class Cell {
    private final Lock lock = new ReentrantLock();
    private Object value;
  }

  static void exchange(Cell left, Cell right) {
    left.lock.lock();
    try {
      right.lock.lock();
      try {
        Object old = left.value;
        left.value = right.value;
        right.value = old;
      } finally {
        left.lock.unlock();
      }
    } finally {
      left.lock.unlock();
    }
  }

  static Object read(Cell cell, Lock journal) {
    journal.lock();
    try {
      return cell.value;
    } finally {
      cell.lock.unlock();
    }
  }
}
