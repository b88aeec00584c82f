package com.acme.indexer;

import dev.lastcall.runtime.Lastcall;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public final class Indexer {
  public static void main(String[] args) {
    Lastcall lastcall = Lastcall.builder().install();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    for (String arg : args) {
      pool.execute(() -> System.out.println(arg));
    }
    lastcall.defer("pool", pool::shutdown);
    lastcall.ready();
    lastcall.awaitExit();
  }
}
