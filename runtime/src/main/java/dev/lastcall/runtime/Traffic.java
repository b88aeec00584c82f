package dev.lastcall.runtime;

import dev.lastcall.api.Deadline.Ticker;
import java.util.Optional;

/**
 * What has to do with requests: whether they should come, how many there are, who asks.
 *
 * @param readiness whether they should come
 * @param requests how many there are
 * @param limits how long the drain waits for them
 * @param board the progress
 * @param endpoint who serves it
 */
record Traffic(
    Readiness readiness,
    InFlight requests,
    DrainLimits limits,
    ProgressBoard board,
    Optional<ProgressEndpoint> endpoint) {
  static Traffic of(DrainLimits limits, Ticker ticker) {
    Readiness readiness = new Readiness();
    InFlight requests = new InFlight();
    ProgressBoard board = new ProgressBoard(readiness, requests, ticker);
    return new Traffic(readiness, requests, limits, board, Optional.empty());
  }

  /** The same with an endpoint on a port. */
  Traffic served(int port, Ticker ticker) {
    ProgressEndpoint bound = ProgressEndpoint.bind(port, board, ticker);
    return new Traffic(readiness, requests, limits, board, Optional.of(bound));
  }
}
