package com.acme.grant;

import java.util.concurrent.CompletableFuture;

/** The flag and the future are set together. */
public class Grant {
  private CompletableFuture<String> current;
  private final Object lock = new Object();

  public String obtain() {
    boolean own = false;
    CompletableFuture<String> mine = null;
    String id = null;
    try {
      synchronized (lock) {
        if (current != null) {
          mine = current;
        } else {
          own = true;
          mine = new CompletableFuture<>();
          current = mine;
        }
      }
      id = own ? ask() : mine.getNow(null);
      return id;
    } finally {
      if (own) {
        if (id == null) {
          mine.cancel(true);
        } else {
          mine.complete(id);
        }
      }
    }
  }

  private String ask() {
    return System.getProperty("grantor");
  }
}
