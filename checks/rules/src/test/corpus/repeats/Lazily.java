package com.acme.lazy;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Lazily {
  private static final class Holder {
    static final Engine ENGINE = Engine.start();
  }

  static final class Engine {
    static Engine start() {
      Engine engine = new Engine();
      Runtime.getRuntime().addShutdownHook(new Thread(engine::stop));
      return engine;
    }

    String ask(String question) {
      return question;
    }

    void stop() {
      System.err.println("engine stopped");
    }
  }

  @GetMapping("/ask")
  String ask(String question) {
    return Holder.ENGINE.ask(question);
  }
}
