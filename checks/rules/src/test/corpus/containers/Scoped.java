package com.acme.scoped;

import jakarta.annotation.PreDestroy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

class Scoped {
  @Component
  @Scope(value = "session", proxyMode = ScopedProxyMode.TARGET_CLASS)
  static class Wallet {
    @PreDestroy
    void save() {
      System.err.println("saved");
    }
  }

  @Component
  @RequestScope
  static class Trace {
    @PreDestroy
    void end() {
      System.err.println("ended");
    }
  }

  @Component
  static class Single {
    @PreDestroy
    private void close() {
      System.err.println("closed");
    }
  }
}
