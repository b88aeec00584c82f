import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class PdfRenderer {
  private static final ExecutorService RENDERERS = Executors.newFixedThreadPool(4);

  public void render(Runnable page) {
    RENDERERS.submit(page);
  }
}
