package com.ledgerly.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class NightlyExports {
  void runAll(List<String> tenants) throws IOException {
    for (String tenant : tenants) {
      Path lock = Path.of("/run/ledgerly", tenant + ".lck");
      Files.createFile(lock);
      Thread guard = new Thread(() -> lock.toFile().delete());
      Runtime.getRuntime().addShutdownHook(guard);
      try {
        export(tenant);
      } finally {
        withdraw(guard);
        lock.toFile().delete();
      }
    }
  }

  private static void withdraw(Thread guard) {
    try {
      Runtime.getRuntime().removeShutdownHook(guard);
    } catch (IllegalStateException alreadyExiting) {
      // the guard is running or has run, fine
    }
  }

  private void export(String tenant) {
    System.out.println("exporting " + tenant);
  }
}
