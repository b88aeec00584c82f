package com.acme.census;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What failed was collected by the clauses, and goes along as the cause. */
public class Census {
  public long count(List<Future<Long>> parts) throws IOException {
    long sum = 0;
    List<Exception> failures = new ArrayList<>();
    try {
      for (Future<Long> part : parts) {
        sum += part.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failures.add(interrupted);
    } catch (ExecutionException failed) {
      failures.add(failed);
    } finally {
      if (!failures.isEmpty()) {
        throw new IOException("could not count", failures.get(0));
      }
    }
    return sum;
  }
}
