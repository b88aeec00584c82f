import java.util.Set;
import java.util.TreeSet;

final class Elections {
  private final Object monitor = new Object();
  private final Set<String> voters = new TreeSet<>();

  void install(Runtime runtime) {
    runtime.addShutdownHook(
        new Thread(
            () -> {
              synchronized (monitor) {
                voters.clear();
              }
            }));
  }

  void lost(String voter) {
    synchronized (monitor) {
      voters.remove(voter);
      if (voters.size() < 2) {
        System.err.println("no majority");
        Runtime.getRuntime().exit(3);
      }
    }
  }

  int size() {
    synchronized (monitor) {
      return voters.size();
    }
  }
}
