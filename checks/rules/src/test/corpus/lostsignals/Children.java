package daemon;

import java.io.IOException;

class Children {
  int stop(Process child) throws IOException {
    child.destroyForcibly();
    return new Signal("KILL").number();
  }

  record Signal(String name) {
    int number() {
      return name.equals("KILL") ? 9 : 15;
    }
  }
}
