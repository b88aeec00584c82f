package notes.photos;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

public class PhotoVault {
  public interface Bucket {
    CompletionStage<Void> shutdownAsync();
  }

  public PhotoVault(Lastcall lc, Bucket bucket) {
    CleanupSpec spec = CleanupSpec.named("photos").within(Duration.ofSeconds(4));
    lc.deferAsync(spec, () -> {
      System.err.println("closing the bucket");
      return bucket.shutdownAsync();
    });
  }
}
