import dev.lastcall.api.Cleanups;
import java.util.concurrent.CompletableFuture;

class WeatherStationLazy {
  private final Archive archive;

  WeatherStationLazy(Archive archive) {
    this.archive = archive;
  }

  void register(Cleanups cleanups) {
    cleanups.deferAsync("archive", context -> CompletableFuture.runAsync(() -> archive.flush()));
  }

  interface Archive {
    void flush();
  }
}
