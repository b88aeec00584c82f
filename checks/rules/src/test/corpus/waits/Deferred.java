import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Cleanups;
import java.time.Duration;

class Deferred {
  private final Thread loader = new Thread(() -> {});
  private final Thread sweeper = new Thread(() -> {});

  void register(Cleanups cleanups) {
    cleanups.defer(CleanupSpec.named("loader").within(Duration.ofSeconds(5)), context -> loader.join());
    cleanups.defer("sweeper", context -> sweeper.join());
  }
}
