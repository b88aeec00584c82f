package com.acme.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

public final class Crawler {
  private final Writer index;
  private final Thread spider;
  private volatile boolean crawling = true;

  public Crawler(Path path) throws IOException {
    index = Files.newBufferedWriter(path);
    spider = new Thread(this::crawl, "spider");
    spider.start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
  }

  private void crawl() {
    while (crawling) {
      try {
        index.write("page\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void end() {
    crawling = false;
    try {
      index.close();
      spider.join(2_000);
    } catch (IOException e) {
      System.err.println("index: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
