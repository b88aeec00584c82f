package kitchen.recipes;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class RecipeIndex implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(RecipeIndex.class);
  private volatile CompletableFuture<Void> rebuild = CompletableFuture.completedFuture(null);

  public void rebuildSoon(Runnable work) {
    rebuild = rebuild.thenRunAsync(work);
  }

  @Override
  public void destroy() {
    try {
      rebuild.get(3, TimeUnit.SECONDS);
    } catch (Exception e) {
      log.warn("index rebuild did not finish", e);
      rebuild.cancel(true);
    }
  }
}
