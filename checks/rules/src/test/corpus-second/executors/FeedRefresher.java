package news.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class FeedRefresher implements Closeable {
  private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
  private final Writer archive;

  public FeedRefresher(Writer archive) {
    this.archive = archive;
  }

  public FeedRefresher start(Runnable refresh) {
    ticker.scheduleWithFixedDelay(refresh, 5, 60, TimeUnit.SECONDS);
    return this;
  }

  public void archive(String item) throws IOException {
    archive.write(item);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
