package com.acme.router;

import dev.lastcall.runtime.Lastcall;

public class Router {
  interface Route {
    void close();
  }

  private Route current = () -> System.out.println("first closed");

  public Router(Lastcall lastcall) {
    lastcall.defer("route", current::close);
  }

  public void switchTo(Route next) {
    Route old = current;
    current = next;
    old.close();
  }
}
