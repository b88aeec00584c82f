package com.acme.tries;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

public final class Tries implements AutoCloseable {
  interface Call {
    void run() throws IOException;
  }

  private final List<Call> calls;

  public Tries(List<Call> calls) {
    this.calls = calls;
  }

  @Override
  public void close() {
    for (Call call : calls) {
      attempt(call);
    }
    Iterator<Call> left = calls.iterator();
    while (left.hasNext()) {
      left.next();
      left.remove();
    }
  }

  private static void attempt(Call call) {
    int tries = 3;
    while (tries-- > 0) {
      try {
        call.run();
        return;
      } catch (IOException e) {
        System.err.println("again: " + e.getMessage());
      }
    }
  }
}
