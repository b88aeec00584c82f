import java.lang.ref.Cleaner;

class TempStoreCopy {
  private static final Cleaner CLEANER = Cleaner.create();
  private final String folder;

  TempStoreCopy(String folder) {
    this.folder = folder;
    String path = this.folder;
    CLEANER.register(this, () -> System.out.println("wipe " + path));
  }

  String folder() {
    return folder;
  }
}
