import java.lang.ref.Cleaner;

class Socketish {
  private static final Cleaner CLEANER = Cleaner.create();
  private final int descriptor;

  Socketish(int descriptor) {
    this.descriptor = descriptor;
    CLEANER.register(this, new Release());
  }

  private final class Release implements Runnable {
    @Override
    public void run() {
      System.out.println("close " + descriptor);
    }
  }
}
