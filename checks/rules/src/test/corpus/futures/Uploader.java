package com.acme.uploader;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import java.util.ArrayList;
import java.util.List;

public class Uploader implements AutoCloseable {
  private final ListeningExecutorService pool;
  private final List<ListenableFuture<Long>> uploads = new ArrayList<>();

  public Uploader(ListeningExecutorService pool) {
    this.pool = pool;
  }

  public void upload(byte[] bytes) {
    uploads.add(pool.submit(() -> (long) bytes.length));
  }

  @Override
  public void close() throws Exception {
    long sum = 0;
    for (Long size : Futures.allAsList(uploads).get()) {
      sum += size;
    }
    System.err.println(sum);
  }
}
