package com.acme.broker;

import java.util.concurrent.atomic.AtomicBoolean;

/** A service is told to stop; whoever knows it can still ask it, and is told so next. */
public class Broker {
  private final Functions functions = new Functions();
  private final Topics topics = new Topics(functions);

  public void shutdown() {
    functions.stop();
    topics.close();
  }

  static final class Functions {
    private final AtomicBoolean stopped = new AtomicBoolean();

    void stop() {
      stopped.set(true);
    }

    boolean accepts() {
      return !stopped.get();
    }
  }

  static final class Topics {
    private final Functions functions;

    Topics(Functions functions) {
      this.functions = functions;
    }

    void close() {
      if (functions.accepts()) {
        System.out.println("functions still run");
      }
    }
  }
}
