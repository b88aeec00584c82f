package com.acme.dory;

import dev.lastcall.defer.DeferScope;
import org.springframework.beans.factory.DisposableBean;

public class Dory implements DisposableBean {
  private final AutoCloseable sail;
  private final AutoCloseable rudder;

  public Dory(AutoCloseable sail, AutoCloseable rudder) {
    this.sail = sail;
    this.rudder = rudder;
  }

  @Override
  public void destroy() throws Exception {
    try (DeferScope scope = DeferScope.open()) {
      scope.defer("rudder", rudder::close);
      scope.defer("sail", sail::close);
    }
  }
}
