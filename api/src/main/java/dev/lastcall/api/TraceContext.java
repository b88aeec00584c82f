package dev.lastcall.api;

/**
 * A bridge to the application's tracing or diagnostic context, so that a cleanup runs under the
 * trace of the code that registered it.
 *
 * <p>Implementations are thread-safe and must not throw.
 */
@FunctionalInterface
public interface TraceContext {
  /**
   * Takes what is current on the calling thread, at registration.
   *
   * @return the captured context
   */
  Captured capture();

  /**
   * Returns a bridge to nothing: no trace id, nothing to restore.
   *
   * @return always the same instance
   */
  static TraceContext none() {
    return NoTrace.INSTANCE;
  }

  /** A context taken from the registering thread. Immutable and thread-safe. */
  interface Captured {
    /**
     * Returns the id of the trace.
     *
     * @return empty if there was none
     */
    String traceId();

    /**
     * Makes the context current on the calling thread, until the result is closed there.
     *
     * @return what puts the thread back as it was
     */
    Restored restore();
  }

  /** Puts a thread's context back as it was. Confined to the thread that restored. */
  @FunctionalInterface
  interface Restored extends AutoCloseable {
    @Override
    void close();
  }

  /** The bridge to nothing. */
  enum NoTrace implements TraceContext, Captured {
    /** The only instance. */
    INSTANCE;

    private static final Restored NOTHING = () -> {};

    @Override
    public Captured capture() {
      return this;
    }

    @Override
    public String traceId() {
      return "";
    }

    @Override
    public Restored restore() {
      return NOTHING;
    }
  }
}
