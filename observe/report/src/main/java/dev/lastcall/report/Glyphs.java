package dev.lastcall.report;

import dev.lastcall.api.Outcome;

/** The characters of a terminal report: Unicode, or plain ASCII for terminals that have no more. */
enum Glyphs {
  UNICODE("▏▎▍▌▋▊▉█", "▐▕", '▂', '▒', '┄', '┊', '─', '┬', '◆', "…", "→", " · ", "▶"),
  ASCII("########", "##", '=', '%', '.', ':', '-', '+', '*', "...", "->", " | ", ">");

  private final String eighths;
  private final String right;
  final char phase;
  final char late;
  final char leftBehind;
  final char limit;
  final char axis;
  final char tick;
  final char critical;
  final String ellipsis;
  final String arrow;
  final String dot;
  final String running;

  Glyphs(
      String eighths,
      String right,
      char phase,
      char late,
      char leftBehind,
      char limit,
      char axis,
      char tick,
      char critical,
      String ellipsis,
      String arrow,
      String dot,
      String running) {
    this.eighths = eighths;
    this.right = right;
    this.phase = phase;
    this.late = late;
    this.leftBehind = leftBehind;
    this.limit = limit;
    this.axis = axis;
    this.tick = tick;
    this.critical = critical;
    this.ellipsis = ellipsis;
    this.arrow = arrow;
    this.dot = dot;
    this.running = running;
  }

  static Glyphs of(boolean unicode) {
    return unicode ? UNICODE : ASCII;
  }

  /**
   * Returns the character for a cell that is covered from {@code left} to {@code right}, both
   * between 0 and 1.
   *
   * <p>Unicode has blocks that grow from the left in eighths, but from the right only the half and
   * the eighth.
   */
  char block(double left, double right) {
    if (left > 0.3 && right > 0.9) {
      return this.right.charAt(left > 0.75 ? 1 : 0);
    }
    double covered = left > 0.3 ? right - left : right;
    return eighths.charAt((int) Math.max(0, Math.min(7, Math.round(covered * 8) - 1)));
  }

  String mark(Outcome outcome) {
    boolean unicode = this == UNICODE;
    return switch (outcome.word()) {
      case "completed" -> unicode ? "✓" : "+";
      case "failed" -> unicode ? "✗" : "x";
      case "timed-out" -> unicode ? "◑" : "~";
      case "abandoned" -> unicode ? "○" : "!";
      default -> "-";
    };
  }

  /** Returns the sign before the verdict. */
  String verdict(boolean clean) {
    if (this == UNICODE) {
      return clean ? "✔" : "✘";
    }
    return clean ? "OK" : "!!";
  }
}
