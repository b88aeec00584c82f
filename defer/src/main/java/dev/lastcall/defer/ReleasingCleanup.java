package dev.lastcall.defer;

import dev.lastcall.api.PlainCleanup;

/**
 * A resource and how it is let go.
 *
 * <p>The fields are not final for the reason that {@link NamedCleanup} gives.
 *
 * @param <T> the type of the resource
 */
final class ReleasingCleanup<T> implements PlainCleanup {
  private T resource;
  private Release<? super T> release;

  ReleasingCleanup(T resource, Release<? super T> release) {
    this.resource = resource;
    this.release = release;
  }

  T resource() {
    return resource;
  }

  @Override
  public void run() throws Exception {
    release.release(resource);
  }
}
