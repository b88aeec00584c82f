package notes.vault;

import dev.lastcall.api.CleanupSpec;
import dev.lastcall.runtime.Lastcall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

public class NoteVault {
	public interface Remote {
		CompletableFuture<Integer> uploadPending();
	}

	public NoteVault(Lastcall lastcall, Remote remote) {
		lastcall.defer(
				CleanupSpec.named("notes").within(Duration.ofSeconds(4)),
				() -> {
					System.err.println("uploading notes");
					remote.uploadPending();
				});
	}
}
