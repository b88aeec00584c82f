package cinema.tickets;

import java.util.concurrent.locks.ReentrantLock;

public class TicketCounter {
  private final ReentrantLock lk = new ReentrantLock();
  private long sold;

  public long sell(int n) throws InterruptedException {
    try {
      lk.lockInterruptibly();
      sold += n;
      return sold;
    } finally {
      if (lk.isHeldByCurrentThread()) {
        lk.unlock();
      }
    }
  }
}
