package town;

class Laundry {
  static final class Cleaner {
    static Cleaner create() {
      return new Cleaner();
    }

    void register(Object shirt, Runnable call) {
      call.run();
    }
  }

  void bring(Object shirt) {
    Laundry.Cleaner cleaner = new Cleaner();
    cleaner.register(shirt, () -> System.out.println("ready"));
  }
}
