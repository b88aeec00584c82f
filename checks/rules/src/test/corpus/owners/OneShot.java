import java.util.concurrent.Executors;

class OneShot {
  void warmUp(Runnable cache) {
    Executors.newSingleThreadExecutor().submit(cache);
  }
}
