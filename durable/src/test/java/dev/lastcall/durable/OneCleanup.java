package dev.lastcall.durable;

import static dev.lastcall.api.CleanupSpec.named;

import dev.lastcall.api.AsyncCleanup;
import dev.lastcall.api.Cleanup;
import dev.lastcall.api.CleanupContext;
import dev.lastcall.api.CleanupSpec;
import dev.lastcall.api.Cleanups;
import dev.lastcall.api.Deadline;
import dev.lastcall.api.FlushTarget;
import dev.lastcall.api.NodeState;
import dev.lastcall.api.Registration;
import java.time.Duration;

/** An exit with one cleanup in it. */
final class OneCleanup implements Cleanups {
  private CleanupSpec spec = named("none");
  private Cleanup cleanup = context -> {};

  CleanupSpec spec() {
    return spec;
  }

  void run(Duration time) throws Exception {
    cleanup.run(new CleanupContext(spec.name(), Deadline.after(time), ""));
  }

  @Override
  public Registration defer(CleanupSpec given, Cleanup action) {
    spec = given;
    cleanup = action;
    return new Registered(given.name());
  }

  @Override
  public Registration deferAsync(CleanupSpec given, AsyncCleanup action) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T extends AutoCloseable> T closing(CleanupSpec given, T resource) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void flushLast(String name, FlushTarget target) {
    throw new UnsupportedOperationException();
  }

  private record Registered(String name) implements Registration {
    @Override
    public NodeState state() {
      return NodeState.REGISTERED;
    }

    @Override
    public void close() {}
  }
}
