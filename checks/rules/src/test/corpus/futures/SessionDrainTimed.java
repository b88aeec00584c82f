package com.acme.session;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

public class SessionDrainTimed implements ServletContextListener {
  private final List<Runnable> sessions = new java.util.concurrent.CopyOnWriteArrayList<>();

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    sessions.stream()
        .map(session -> CompletableFuture.runAsync(session).orTimeout(2, TimeUnit.SECONDS))
        .toList()
        .forEach(CompletableFuture::join);
  }
}
