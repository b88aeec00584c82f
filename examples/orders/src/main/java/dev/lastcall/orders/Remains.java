package dev.lastcall.orders;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an ended process of the service left on disk, by the ids of the orders. Immutable.
 *
 * @param rows in the database
 * @param messages in the broker's journal
 * @param logLines in the order log, in their order; one that is there twice stands here twice
 */
record Remains(Set<String> rows, Set<String> messages, List<String> logLines) {
  Remains {
    rows = Set.copyOf(rows);
    messages = Set.copyOf(messages);
    logLines = List.copyOf(logLines);
  }

  /** What is missing of the acknowledged orders; lost answers are what the client saw by itself. */
  Losses losses(Set<String> acknowledged, long lostAnswers) {
    return new Losses(
        lostAnswers,
        missing(acknowledged, rows),
        missing(acknowledged, messages),
        missing(acknowledged, logLines));
  }

  /** What is there of orders that nobody sent, and log lines that are there once more. */
  long invented(Set<String> sent) {
    return missing(rows, sent)
        + missing(messages, sent)
        + missing(logLines, sent)
        + logLines.size()
        - Set.copyOf(logLines).size();
  }

  private static long missing(Collection<String> wanted, Collection<String> found) {
    Set<String> missing = new HashSet<>(wanted);
    missing.removeAll(Set.copyOf(found));
    return missing.size();
  }
}
