package com.acme.rollback;

import java.util.ArrayDeque;
import java.util.Deque;

public class Rollback {
  private final Deque<AutoCloseable> steps = new ArrayDeque<>();

  public void run(Runnable work) throws Exception {
    try {
      work.run();
    } finally {
      Exception first = null;
      while (!steps.isEmpty()) {
        try {
          steps.pop().close();
        } catch (Exception e) {
          if (first == null) {
            first = e;
          } else {
            first.addSuppressed(e);
          }
        }
      }
      if (first != null) {
        throw first;
      }
    }
  }
}
