package com.example.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

final class MetricsBuffer {
  private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
  private final Lock r = rw.readLock();
  private final Lock w = rw.writeLock();
  private final List<Double> samples = new ArrayList<>();

  void add(double value) {
    w.lock();
    try {
      samples.add(value);
    } finally {
      r.unlock();
    }
  }

  double sum() {
    r.lock();
    try {
      return samples.stream().mapToDouble(Double::doubleValue).sum();
    } finally {
      r.unlock();
    }
  }
}
