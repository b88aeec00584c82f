package db;

import jakarta.annotation.PreDestroy;

class DriverBean {
  private Object driver = new Object();

  @PreDestroy
  void shutdown() {
    driver = null;
    settle();
  }

  private void settle() {
    for (int round = 0; round < 3; round++) {
      System.gc();
      System.runFinalization();
    }
  }
}
