import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Crawler implements AutoCloseable {
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread fetcher = new Thread(this::fetch);
  private final long patience;

  Crawler(long patience) {
    this.patience = patience;
  }

  private void fetch() {
    stopped.countDown();
  }

  void run() throws InterruptedException {
    fetcher.start();
    stopped.await();
    fetcher.join();
  }

  @Override
  public void close() throws InterruptedException {
    fetcher.interrupt();
    if (patience > 0) {
      fetcher.join(patience);
    } else {
      fetcher.join();
    }
    boolean ended = patience > 0 ? stopped.await(patience, TimeUnit.MILLISECONDS) : awaitBriefly();
    if (!ended) {
      throw new IllegalStateException("fetcher did not end");
    }
  }

  private boolean awaitBriefly() throws InterruptedException {
    return stopped.await(1, TimeUnit.SECONDS);
  }
}
