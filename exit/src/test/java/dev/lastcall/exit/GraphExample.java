package dev.lastcall.exit;

import static dev.lastcall.api.CleanupSpec.named;
import static java.time.Duration.ofSeconds;

import dev.lastcall.api.CleanupKind;
import dev.lastcall.api.PlainCleanup;
import dev.lastcall.api.Registration;

/** The code of docs/exit-graph.md. */
final class GraphExample {
  private GraphExample() {}

  // begin
  static void register(ExitCoordinator exit, PlainCleanup work) {
    Registration http = exit.defer(named("http").within(ofSeconds(15)), work);
    Registration jobs = exit.defer(named("jobs").kind(CleanupKind.EXECUTOR), work);
    Registration outbox = exit.defer(named("outbox").within(ofSeconds(2)).after(http), work);
    exit.defer(named("db").within(ofSeconds(3)).after(jobs, outbox), work);
    exit.defer(named("cache").after("http"), work); // by name; may be registered later
  }
  // end
}
