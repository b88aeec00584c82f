package memory;

import java.lang.ref.Cleaner;

class Window {
  private final Cleaner.Cleanable cleanable;

  Window(Runnable dispose) {
    final var cleaner = Cleaner.create(task -> new Thread(task, "window-cleaner"));
    cleanable = cleaner.register(this, dispose);
  }

  void close() {
    cleanable.clean();
  }
}
