package com.example.striped;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

class StripedCounters {
  private final Lock[] stripes = new Lock[16];
  private final long[] counts = new long[16];

  StripedCounters() {
    for (int i = 0; i < stripes.length; i++) {
      stripes[i] = new ReentrantLock();
    }
  }

  private Lock stripeFor(Object key) {
    return stripes[key.hashCode() & 15];
  }

  void increment(Object key) {
    Lock stripe = stripeFor(key);
    stripe.lock();
    try {
      counts[key.hashCode() & 15]++;
    } finally {
      stripe.unlock();
    }
  }

  long total() {
    for (Lock stripe : stripes) {
      stripe.lock();
    }
    try {
      long sum = 0;
      for (long count : counts) {
        sum += count;
      }
      return sum;
    } finally {
      for (Lock stripe : stripes) {
        stripe.unlock();
      }
    }
  }

  void move(Object from, Object to) {
    stripeFor(from).lock();
    try {
      stripeFor(to).lock();
      try {
        counts[from.hashCode() & 15]--;
        counts[to.hashCode() & 15]++;
      } finally {
        stripeFor(to).unlock();
      }
    } finally {
      stripeFor(from).unlock();
    }
  }
}
