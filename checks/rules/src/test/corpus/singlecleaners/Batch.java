package memory;

import java.lang.ref.Cleaner;
import java.util.Map;

final class Batch {
  Cleaner track(Map<Object, Runnable> owners) {
    Cleaner cleaner = Cleaner.create();
    owners.forEach(cleaner::register);
    return cleaner;
  }
}
