package gui.fonts;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

public class FontHandle {
  private static final Cleaner cleaner = Cleaner.create();
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final int id = OPEN.incrementAndGet();
  private final String family;

  public FontHandle(String family) {
    this.family = family;
    cleaner.register(this, new Closing());
  }

  public String describe() {
    return family + "#" + id;
  }

  private class Closing implements Runnable {
    @Override
    public void run() {
      System.out.println("closing font " + describe());
      OPEN.decrementAndGet();
    }
  }
}
