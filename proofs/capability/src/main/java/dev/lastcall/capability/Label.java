package dev.lastcall.capability;

/**
 * A mistake in a file of the corpus.
 *
 * @param line where it is
 * @param rule the rule of ours that it breaks, which says what kind of mistake it is
 */
record Label(int line, String rule) {}
