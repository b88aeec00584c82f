import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Turnstile {
  private final CountDownLatch open = new CountDownLatch(1);
  private Process helper;

  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shut));
  }

  void pass() throws InterruptedException {
    open.await();
  }

  private void shut() {
    open.countDown();
    try {
      open.await();
      if (helper.waitFor(2, TimeUnit.SECONDS)) {
        System.err.println("helper ended with " + helper.waitFor());
      } else {
        helper.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
