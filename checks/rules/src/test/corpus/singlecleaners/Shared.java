package memory;

import java.lang.ref.Cleaner;

final class Shared {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Cleaner.Cleanable cleanable;

  Shared(Runnable free) {
    this.cleanable = CLEANER.register(this, free);
  }

  void close() {
    cleanable.clean();
  }
}
