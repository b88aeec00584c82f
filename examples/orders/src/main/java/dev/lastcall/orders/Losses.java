package dev.lastcall.orders;

/**
 * What was lost, seen from outside. Immutable.
 *
 * @param answers requests that were sent and not answered, or answered with an error
 * @param rows acknowledged orders that are not in the database
 * @param messages acknowledged orders of which the broker's journal knows nothing
 * @param logLines acknowledged orders that are not in the order log
 */
public record Losses(long answers, long rows, long messages, long logLines) {
  /** {@return everything that was lost} */
  public long total() {
    return answers + rows + messages + logLines;
  }
}
