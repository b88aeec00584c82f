package com.acme.boot;

import java.util.List;

public final class Bootstrap {
  interface Module {
    void start();

    void stop();
  }

  private static volatile boolean hooked;

  public static void main(String[] args) {
    for (String arg : args) {
      switch (arg) {
        case "serve" -> {
          serve(List.of());
          return;
        }
        case "help" -> System.out.println("usage: serve");
        default -> System.err.println("unknown: " + arg);
      }
    }
  }

  private static void serve(List<Module> modules) {
    modules.forEach(Module::start);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> modules.forEach(Module::stop)));
  }

  static void ensureHook(List<Module> modules) {
    while (!hooked) {
      hooked = true;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> modules.forEach(Module::stop)));
    }
  }
}
