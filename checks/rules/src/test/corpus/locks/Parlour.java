package com.acme.parlour;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public class Parlour {
  private final Semaphore seats = new Semaphore(12);

  public void seat(int guests, Runnable dinner) throws InterruptedException {
    seats.tryAcquire(guests, 1, TimeUnit.MINUTES);
    try {
      dinner.run();
    } finally {
      seats.release(guests);
    }
  }

  public boolean tryDinner(Runnable dinner) throws InterruptedException {
    if (seats.tryAcquire(1, TimeUnit.SECONDS)) {
      try {
        dinner.run();
        return true;
      } finally {
        seats.release();
      }
    }
    return false;
  }
}
