package dev.lastcall.source;

/** Where cleanup code runs, the most dangerous first. */
public enum Place {
  /**
   * A hook of the JVM, or of a library that runs its own hooks inside one. The process waits for it
   * without a limit.
   */
  HOOK,
  /** A handler of a signal. */
  SIGNAL,
  /** Given to Lastcall or to another coordinator, to be run at the end. */
  DEFERRED,
  /**
   * A callback by which a container tells that it ends: {@code @PreDestroy}, {@code
   * contextDestroyed} and their like.
   */
  CALLBACK,
  /** {@code close()} of an object, at whatever time its owner closes it. */
  CLOSE,
  /** An action of a {@code Cleaner}, or a finalizer. */
  CLEANER;

  /** {@return whether this runs only when the process or its container ends} */
  public boolean isEnd() {
    return this != CLOSE && this != CLEANER;
  }
}
