package farm.hive;

import java.lang.ref.Cleaner;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

public class HiveMonitor {
  private static final Cleaner CLEANER = Cleaner.create();
  private static final Set<String> OPEN = ConcurrentHashMap.newKeySet();

  private final String hive;

  public HiveMonitor(String hive) {
    record Forget(String key) implements Runnable {
      @Override
      public void run() {
        if (OPEN.remove(key)) {
          System.err.println(key + " was not closed");
        }
      }
    }
    this.hive = hive;
    OPEN.add(hive);
    CLEANER.register(this, new Forget(hive));
  }

  public void close() {
    OPEN.remove(hive);
  }
}
