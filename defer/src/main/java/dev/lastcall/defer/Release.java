package dev.lastcall.defer;

/**
 * How a resource is let go, such as {@code Semaphore::release}.
 *
 * <p>Beside {@link dev.lastcall.api.PlainCleanup} it is told what to let go, so that one constant
 * serves many resources and none has to be captured.
 *
 * @param <T> the type of the resource
 */
@FunctionalInterface
public interface Release<T> {
  /**
   * Lets the resource go.
   *
   * @param resource what was handed to {@link DeferScope#releasing}
   * @throws Exception if it could not
   */
  void release(T resource) throws Exception;
}
