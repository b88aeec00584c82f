package dev.lastcall.crashes;

import java.util.Locale;

/**
 * What a campaign has counted. Immutable.
 *
 * @param kills how often the victim was killed
 * @param acknowledged records that it was told are kept
 * @param missing acknowledged records that are not there
 * @param invented records that nobody wrote, or that are not as they were written
 * @param misplaced records out of their thread's order, or under another sequence than was told
 * @param damaged stretches that a reader took for damage
 * @param unfinished records that were being written when the victim was killed
 * @param durable durable cleanups that were begun
 * @param durableOpen durable cleanups that nobody ever ran
 */
record Counts(
    long kills,
    long acknowledged,
    long missing,
    long invented,
    long misplaced,
    long damaged,
    long unfinished,
    long durable,
    long durableOpen) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  Counts plus(Counts more) {
    return new Counts(
        kills + more.kills,
        acknowledged + more.acknowledged,
        missing + more.missing,
        invented + more.invented,
        misplaced + more.misplaced,
        damaged + more.damaged,
        unfinished + more.unfinished,
        durable + more.durable,
        durableOpen + more.durableOpen);
  }

  boolean isClean() {
    return missing + invented + misplaced + damaged + durableOpen == 0;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d kills: %,d records acknowledged, %d missing, %d invented, %d misplaced, %d damaged"
            + " (%d cut off, never acknowledged); %,d durable cleanups, %d never run",
        kills,
        acknowledged,
        missing,
        invented,
        misplaced,
        damaged,
        unfinished,
        durable,
        durableOpen);
  }
}
