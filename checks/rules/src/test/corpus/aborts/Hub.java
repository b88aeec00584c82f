package com.acme.hub;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

public class Hub implements ServletContextListener {
  private final Map<String, List<Closeable>> rooms = new java.util.concurrent.ConcurrentHashMap<>();

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    try {
      for (List<Closeable> room : rooms.values()) {
        for (Closeable seat : room) {
          seat.close();
        }
      }
    } catch (IOException e) {
      event.getServletContext().log("hub", e);
    }
  }
}
