package memory;

import java.lang.ref.Cleaner;

class Texture {
  Texture(int id) {
    Cleaner cleaner = Cleaner.create();
    cleaner.register(this, new Delete(id));
  }

  static final class Delete implements Runnable {
    private final int id;

    Delete(int id) {
      this.id = id;
    }

    @Override
    public void run() {
      System.out.println("delete texture " + id);
    }
  }
}
