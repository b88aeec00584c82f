package com.acme.sluice;

import jakarta.servlet.http.HttpServlet;

public class Sluice extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private transient AutoCloseable gate;

  public void open(AutoCloseable next) {
    gate = next;
  }

  @Override
  public void destroy() {
    try {
      gate.close();
    } catch (Exception e) {
      log("sluice", e);
      System.exit(1);
    }
    super.destroy();
  }
}
