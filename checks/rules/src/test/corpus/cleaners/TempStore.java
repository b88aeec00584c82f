import java.lang.ref.Cleaner;

class TempStore {
  private static final Cleaner CLEANER = Cleaner.create();
  private final String folder;

  TempStore(String folder) {
    this.folder = folder;
    CLEANER.register(this, new Wipe(this));
  }

  String folder() {
    return folder;
  }

  private record Wipe(TempStore store) implements Runnable {
    @Override
    public void run() {
      System.out.println("wipe " + store.folder());
    }
  }
}
