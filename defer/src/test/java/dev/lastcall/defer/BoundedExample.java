package dev.lastcall.defer;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.Deadline;
import dev.lastcall.api.Outcome;
import dev.lastcall.api.PlainCleanup;

/** The code of docs/bounded-calls.md. */
final class BoundedExample {
  private BoundedExample() {}

  // begin
  static Outcome closeWhateverItDoes(CleanupThreads threads, PlainCleanup close) {
    return BoundedRunner.on(threads)
        .run(named("pool").within(ofMillis(200)), close, Deadline.after(ofSeconds(5)));
  }

  static void closeIfItHeedsInterrupts(PlainCleanup close) throws Exception {
    Bounded.run(ofMillis(200), close); // on this thread; TimeoutException names the place
  }
  // end
}
