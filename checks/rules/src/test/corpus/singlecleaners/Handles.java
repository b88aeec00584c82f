package memory;

import java.lang.ref.Cleaner;

final class Handles {
  private Handles() {}

  static Cleaner.Cleanable track(Object owner, Runnable release) {
    Cleaner cleaner = Cleaner.create();
    Cleaner.Cleanable cleanable = cleaner.register(owner, release);
    return cleanable;
  }
}
