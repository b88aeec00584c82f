package dev.lastcall.report;

import java.util.Locale;

/** Enum constants as the lower-case words that stand in the report. */
final class Words {
  private Words() {}

  /** Returns {@code shutdown-hook} for {@code SHUTDOWN_HOOK}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
