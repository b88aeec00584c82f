package memory;

import java.lang.ref.Cleaner;
import java.util.List;

final class Registry {
  private final Cleaner cleaner = Cleaner.create();

  void track(List<Object> owners, Runnable free) {
    for (Object owner : owners) {
      cleaner.register(owner, free);
    }
  }
}
