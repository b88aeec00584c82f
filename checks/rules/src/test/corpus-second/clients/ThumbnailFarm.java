package media.thumbs;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

public class ThumbnailFarm {
  private final ExecutorService renderers;

  public ThumbnailFarm() {
    ThreadFactory named = Thread.ofPlatform().name("thumb-", 0).factory();
    renderers = Executors.newFixedThreadPool(4, named);
    var exit = new Thread(() -> closeQuietly(renderers), "thumbs-exit");
    Runtime.getRuntime().addShutdownHook(exit);
  }

  public void render(Path image, int edge) {
    renderers.execute(() -> System.out.println("scaling " + image + " to " + edge));
  }

  private static void closeQuietly(ExecutorService es) {
    try {
      es.close();
    } catch (RuntimeException e) {
      System.err.println("renderers: " + e);
    }
  }
}
