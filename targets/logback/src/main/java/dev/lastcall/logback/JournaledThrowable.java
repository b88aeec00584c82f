package dev.lastcall.logback;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import dev.lastcall.spool.LoggedThrowable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was thrown, as it comes out of the journal. Immutable. */
final class JournaledThrowable implements IThrowableProxy {
  private final LoggedThrowable thrown;

  JournaledThrowable(LoggedThrowable thrown) {
    this.thrown = thrown;
  }

  @Override
  public @Nullable String getMessage() {
    return thrown.getMessage();
  }

  @Override
  public String getClassName() {
    return thrown.className();
  }

  @Override
  public @Nullable String getOverridingMessage() {
    String message = thrown.getMessage();
    String usual = message == null ? thrown.className() : thrown.className() + ": " + message;
    return thrown.toString().equals(usual) ? null : thrown.toString();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return Arrays.stream(thrown.getStackTrace())
        .map(StackTraceElementProxy::new)
        .toArray(StackTraceElementProxy[]::new);
  }

  @Override
  public int getCommonFrames() {
    return thrown.commonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return thrown.getCause() instanceof LoggedThrowable cause
        ? new JournaledThrowable(cause)
        : null;
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    return Arrays.stream(thrown.getSuppressed())
        .filter(LoggedThrowable.class::isInstance)
        .map(other -> new JournaledThrowable((LoggedThrowable) other))
        .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return false;
  }
}
