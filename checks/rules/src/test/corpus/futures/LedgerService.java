package com.acme.ledger;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

public class LedgerService {
  private final ExecutorService pool;
  private final Supplier<Callable<Integer>> closing;

  public LedgerService(ExecutorService pool, Supplier<Callable<Integer>> closing) {
    this.pool = pool;
    this.closing = closing;
  }

  @PreDestroy
  public void settle() {
    Future<Integer> settled = pool.submit(closing.get());
    System.err.println("entries: " + valueOf(settled));
  }

  private static <T> T valueOf(Future<? extends T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
