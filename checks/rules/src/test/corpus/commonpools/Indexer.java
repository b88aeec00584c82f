package search;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

public class Indexer {
  public void index(List<String> documents) {
    documents.forEach(document -> CompletableFuture.runAsync(() -> add(document)));
  }

  private void add(String document) {}

  public void close() {
    ForkJoinPool.commonPool().shutdown();
  }
}
