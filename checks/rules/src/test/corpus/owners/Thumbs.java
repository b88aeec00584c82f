package com.acme.thumbs;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

@Service
public class Thumbs {
  private final ExecutorService pool;

  public Thumbs() {
    this.pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  public CompletableFuture<Path> make(Path image) {
    return CompletableFuture.supplyAsync(() -> image.resolveSibling("thumb.png"), pool);
  }
}
