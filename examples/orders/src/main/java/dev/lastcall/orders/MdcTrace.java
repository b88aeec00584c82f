package dev.lastcall.orders;

import dev.lastcall.api.TraceContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace id that the log's lines carry, kept in SLF4J's MDC; a cleanup logs under the id of the
 * code that registered it. Stateless and thread-safe.
 */
final class MdcTrace implements TraceContext {
  /** Where the id is, as in the pattern of the log. */
  static final String KEY = "trace";

  @Override
  public Captured capture() {
    String id = MDC.get(KEY);
    return id == null ? TraceContext.none().capture() : new Trace(id);
  }

  /** An id that was captured. */
  private record Trace(String traceId) implements Captured {
    @Override
    public Restored restore() {
      @Nullable String before = MDC.get(KEY);
      MDC.put(KEY, traceId);
      return () -> putBack(before);
    }

    private static void putBack(@Nullable String before) {
      if (before == null) {
        MDC.remove(KEY);
      } else {
        MDC.put(KEY, before);
      }
    }
  }
}
