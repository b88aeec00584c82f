import java.lang.ref.Cleaner;

class Pinned {
  private static final Cleaner CLEANER = Cleaner.create();

  static Pinned open(String name) {
    Pinned pinned = new Pinned();
    Runnable action = () -> System.out.println("unpin " + name + pinned.hashCode());
    CLEANER.register(pinned, action);
    return pinned;
  }
}
