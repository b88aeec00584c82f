package web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

public class ContextCleanup implements ServletContextListener {
  @Override
  public void contextDestroyed(ServletContextEvent event) {
    event.getServletContext().log("bye");
    Runtime.getRuntime().runFinalization();
  }
}
