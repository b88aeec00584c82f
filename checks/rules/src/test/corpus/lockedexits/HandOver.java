import java.util.concurrent.Executor;

class HandOver {
  private final Executor ender;
  private int balance;

  HandOver(Executor ender) {
    this.ender = ender;
    Runtime.getRuntime().addShutdownHook(new Thread(this::save));
  }

  synchronized void book(int amount) {
    balance += amount;
    if (balance < -100) {
      new Thread(() -> System.exit(1), "exit").start();
    } else if (balance < 0) {
      ender.execute(() -> System.exit(1));
    }
  }

  private synchronized void save() {
    System.err.println(balance);
  }
}
