import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TempSweep {
  private final List<Runnable> later = new ArrayList<>();

  void sweep(File directory) {
    File[] files = directory.listFiles();
    if (files == null) {
      return;
    }
    for (File file : files) {
      if (!file.delete()) {
        file.deleteOnExit();
      }
    }
  }

  void plan(List<File> files) {
    for (File file : files) {
      later.add(() -> file.deleteOnExit());
    }
  }

  File lock(Optional<File> configured) {
    configured.ifPresent(File::deleteOnExit);
    for (String name : System.getProperty("lock.names", "a,b").split(",")) {
      File candidate = new File(name);
      if (!candidate.exists()) {
        candidate.deleteOnExit();
        return candidate;
      }
    }
    throw new IllegalStateException("no lock is free");
  }
}
