package dev.lastcall.lint;

import dev.lastcall.source.Severity;

/** From which severity on findings make a build fail. */
public enum FailOn {
  /** Work is lost, or the process does not end. */
  ERROR,
  /** Also what goes wrong under load, or at a bad moment. */
  WARNING,
  /** Findings are told, and that is all. */
  NEVER;

  /** {@return whether a result is to fail} */
  public boolean fails(LintResult result) {
    return switch (this) {
      case NEVER -> false;
      case ERROR -> result.count(Severity.ERROR) > 0;
      case WARNING -> result.count(Severity.ERROR) + result.count(Severity.WARNING) > 0;
    };
  }
}
