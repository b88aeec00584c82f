package com.acme.hub;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

public class HubSafe implements ServletContextListener {
  private final List<Closeable> seats = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final Closeable door;

  public HubSafe(Closeable door) {
    this.door = door;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Stream.concat(seats.stream(), Stream.of(door)).forEach(each -> {
      try {
        each.close();
      } catch (IOException e) {
        event.getServletContext().log("hub", e);
      }
    });
  }
}
