package workers;

import java.util.ArrayList;
import java.util.List;

class Workers {
  private final List<ProcessHandle> children = new ArrayList<>();

  void add(Process child) {
    children.add(child.toHandle());
  }

  void stopAll() {
    for (ProcessHandle child : children) {
      if (child.isAlive()) {
        child.destroyForcibly();
      }
    }
  }
}
