package dev.lastcall.orders;

import java.io.IOException;
import java.net.ConnectException;

/** What became of one request; each request has exactly one fate. */
enum Fate {
  /** Acknowledged with a 2xx. */
  ANSWERED,
  /**
   * Turned away before any work began: the connection was refused, or 503. A client may safely try
   * elsewhere.
   */
  REFUSED,
  /**
   * Sent, and then cut off, not answered in time, or answered with an error: nobody knows whether
   * it was done.
   */
  LOST;

  private static final int UNAVAILABLE = 503;

  static Fate ofStatus(int status) {
    if (status >= 200 && status < 300) {
      return ANSWERED;
    }
    return status == UNAVAILABLE ? REFUSED : LOST;
  }

  /** A {@link ConnectException} means that nothing was sent. */
  static Fate ofFailure(IOException failure) {
    return failure instanceof ConnectException ? REFUSED : LOST;
  }
}
