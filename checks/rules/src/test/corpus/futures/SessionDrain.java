package com.acme.session;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

@WebListener
public class SessionDrain implements ServletContextListener {
  private final List<Runnable> sessions = new java.util.concurrent.CopyOnWriteArrayList<>();

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    CompletableFuture<?>[] pending = begin().toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(pending)
        .thenRun(() -> event.getServletContext().log("drained"))
        .join();
  }

  private Stream<CompletableFuture<Void>> begin() {
    return sessions.stream().map(CompletableFuture::runAsync);
  }
}
