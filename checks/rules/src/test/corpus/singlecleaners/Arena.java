package memory;

import java.lang.ref.Cleaner;

public final class Arena {
  private final long address;
  private final Cleaner.Cleanable cleanable;

  public Arena(long size) {
    this.address = size;
    this.cleanable = Cleaner.create().register(this, new Free(size));
  }

  public void close() {
    cleanable.clean();
  }

  private record Free(long address) implements Runnable {
    @Override
    public void run() {
      System.out.println("free " + address);
    }
  }
}
