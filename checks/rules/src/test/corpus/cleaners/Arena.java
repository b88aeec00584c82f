import java.lang.ref.Cleaner;

class Arena {
  private static final Cleaner CLEANER = Cleaner.create();
  private final Blocks blocks = new Blocks();

  Arena() {
    CLEANER.register(this, blocks::free);
  }

  Blocks blocks() {
    return blocks;
  }

  static final class Blocks {
    void free() {
      System.out.println("free");
    }
  }
}
