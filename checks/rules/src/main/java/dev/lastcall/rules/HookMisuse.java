package dev.lastcall.rules;

import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.Severity;
import dev.lastcall.source.SourceUnit;
import java.util.function.Consumer;

/**
 * Finds hooks that cannot work: registered too late, made of a thread that has been started, taken
 * back by another object, or taken back when it is too late.
 */
final class HookMisuse implements Check {
  static final Rule RULE =
      new Rule(
          "LC1401",
          "hook-registration-misuse",
          Severity.ERROR,
          "A hook is registered or removed in a way that cannot work.");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    LateHooks.find(unit, findings);
    StartedHooks.find(unit, findings);
    RemovedHooks.find(unit, findings);
  }
}
