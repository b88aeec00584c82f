package dev.lastcall.source;

/** From which severity on findings make a build fail. */
public enum FailOn {
  /** Work is lost, or the process does not end. */
  ERROR,
  /** Also what goes wrong under load, or at a bad moment. */
  WARNING,
  /** Findings are told, and that is all. */
  NEVER;

  /** {@return whether a finding of a severity is to fail a build} */
  public boolean counts(Severity severity) {
    return switch (this) {
      case NEVER -> false;
      case ERROR -> severity == Severity.ERROR;
      case WARNING -> severity != Severity.NOTE;
    };
  }
}
