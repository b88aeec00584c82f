import com.google.common.util.concurrent.Uninterruptibles;

public class LedgerMain {
  public static void main(String[] args) {
    Thread main = Thread.currentThread();
    Ledger ledger = new Ledger();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofVirtual()
                .unstarted(
                    () -> {
                      ledger.stop();
                      Uninterruptibles.joinUninterruptibly(main);
                    }));
    ledger.run();
  }

  static class Ledger {
    private volatile boolean stopped;

    void run() {
      while (!stopped) {
        Thread.onSpinWait();
      }
    }

    void stop() {
      stopped = true;
    }
  }
}
