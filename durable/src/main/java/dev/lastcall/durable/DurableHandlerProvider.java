package dev.lastcall.durable;

/**
 * Brings handlers, so that the application and {@code lastcall reap} can use the same ones.
 *
 * <p>{@code lastcall reap --classpath} finds providers by {@link java.util.ServiceLoader}: a class
 * with a public constructor without parameters, named in {@code
 * META-INF/services/dev.lastcall.durable.DurableHandlerProvider}.
 */
@FunctionalInterface
public interface DurableHandlerProvider {
  /**
   * Adds the handlers; called once, when durable cleanups are opened.
   *
   * @param handlers where to add them
   */
  void provide(DurableHandlers handlers);
}
