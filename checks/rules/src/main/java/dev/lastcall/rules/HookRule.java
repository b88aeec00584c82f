package dev.lastcall.rules;

import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;

/** The rule on hooks that cannot work, of which there are three kinds. */
final class HookRule {
  static final Rule MISUSE =
      new Rule(
          "LC1401",
          "hook-registration-misuse",
          Severity.ERROR,
          "A hook is registered or removed in a way that cannot work.");

  private HookRule() {}
}
