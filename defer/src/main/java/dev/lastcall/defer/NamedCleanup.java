package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;

/**
 * A cleanup that names itself when it fails.
 *
 * <p>The fields are not final on purpose: after a constructor with final fields HotSpot's C2 puts a
 * barrier behind which it no longer sees what was stored before, and a scope would not dissolve.
 */
final class NamedCleanup implements PlainCleanup {
  private String name;
  private PlainCleanup cleanup;

  NamedCleanup(String name, PlainCleanup cleanup) {
    this.name = name;
    this.cleanup = cleanup;
  }

  String name() {
    return name;
  }

  @Override
  public void run() throws Exception {
    try {
      cleanup.run();
    } catch (Exception thrown) {
      throw ScopeFailures.named(name, thrown);
    }
  }
}
