import com.example.threads.Threads;

class RegionStop {
  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    Thread flusher = new Thread(this::flush, "region-flush");
    flusher.start();
    Threads.shutdown(flusher, 3_000);
  }

  private void flush() {
    System.out.println("flushed");
  }
}
