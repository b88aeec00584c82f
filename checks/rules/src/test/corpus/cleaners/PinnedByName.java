import java.lang.ref.Cleaner;

class PinnedByName {
  private static final Cleaner CLEANER = Cleaner.create();

  static PinnedByName open(String name) {
    PinnedByName pinned = new PinnedByName();
    CLEANER.register(pinned, () -> System.out.println("unpin " + name));
    return pinned;
  }
}
