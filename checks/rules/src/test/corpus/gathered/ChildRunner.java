package com.acme.childrunner;

import java.io.IOException;
import java.util.List;

public class ChildRunner {
  public void runAll(List<List<String>> commands) throws IOException, InterruptedException {
    for (List<String> command : commands) {
      Process child = new ProcessBuilder(command).start();
      Thread hook = new Thread(child::destroy);
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        child.waitFor();
      } finally {
        forget(hook);
      }
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      System.err.println("already ending");
    }
  }
}
