package web.query;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

@Component
@RequestScope
public class QueryContext {
  private final List<AutoCloseable> cursors = new ArrayList<>();

  public <C extends AutoCloseable> C track(C cursor) {
    cursors.add(cursor);
    return cursor;
  }

  @PreDestroy
  public void closeCursors() {
    for (AutoCloseable c : cursors) {
      try {
        c.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception e) {
        System.err.println("cursor: " + e);
      }
    }
  }
}
