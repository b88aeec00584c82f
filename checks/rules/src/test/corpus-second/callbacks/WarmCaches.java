package web.listener;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.ConcurrentHashMap;

@WebListener
public class WarmCaches implements HttpSessionListener {
  private static final ConcurrentHashMap<String, Object> CACHE = new ConcurrentHashMap<>();

  @Override
  public void sessionCreated(HttpSessionEvent se) {
    CACHE.put(se.getSession().getId(), new Object());
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent se) {
    CACHE.remove(se.getSession().getId());
  }

  public void contextDestroyed(ServletContextEvent sce) {
    CACHE.clear();
    sce.getServletContext().removeAttribute("warm");
  }
}
