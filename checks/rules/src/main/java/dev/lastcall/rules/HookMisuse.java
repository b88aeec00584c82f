package dev.lastcall.rules;

import dev.lastcall.source.Check;
import dev.lastcall.source.Finding;
import dev.lastcall.source.Rule;
import dev.lastcall.source.SourceUnit;
import java.util.function.Consumer;

/**
 * Finds hooks that cannot work: registered too late, made of a thread that has been started, taken
 * back by another object, or taken back when it is too late.
 */
final class HookMisuse implements Check {
  @Override
  public Rule rule() {
    return HookRule.MISUSE;
  }

  @Override
  public void check(SourceUnit unit, Consumer<Finding> findings) {
    LateHooks.find(unit, findings);
    StartedHooks.find(unit, findings);
    RemovedHooks.find(unit, findings);
  }
}
