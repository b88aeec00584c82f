package dev.lastcall.defer;

/**
 * A cleanup of a scope ended with a checked exception; that exception is the cause.
 *
 * <p>Unchecked exceptions and errors of a cleanup are thrown as they are; only what {@link
 * DeferScope#close} may not throw is wrapped, as {@link java.io.UncheckedIOException} does.
 */
public final class CleanupFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message which cleanup failed
   * @param cause what it threw
   */
  public CleanupFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
