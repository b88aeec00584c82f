import dev.lastcall.api.Cleanups;
import java.util.concurrent.CompletableFuture;

class WeatherStation {
  private final Archive archive;

  WeatherStation(Archive archive) {
    this.archive = archive;
  }

  void register(Cleanups cleanups) {
    CompletableFuture<Void> saved = CompletableFuture.runAsync(() -> archive.flush());
    cleanups.deferAsync("archive", context -> saved);
  }

  interface Archive {
    void flush();
  }
}
