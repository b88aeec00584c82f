package com.acme.upload;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class Uploader {
  private static final int RETRIES = 5;
  private static final int SECONDS_PER_TRY = 30;
  private final CountDownLatch uploaded = new CountDownLatch(1);

  public Uploader() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> waitForUpload(RETRIES * SECONDS_PER_TRY)));
  }

  private void waitForUpload(int seconds) {
    try {
      if (!uploaded.await(seconds, TimeUnit.SECONDS)) {
        System.err.println("upload given up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
