package dev.lastcall.report;

import dev.lastcall.api.Outcome;

/** The colours of a terminal report, each an ANSI "select graphic rendition" sequence. */
enum Ink {
  PLAIN(""),
  BOLD("1"),
  DIM("2"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  BLUE("34"),
  MAGENTA("35"),
  CYAN("36"),
  BOLD_RED("1;31"),
  BOLD_GREEN("1;32");

  private static final char ESCAPE = '\u001b';

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  static Ink of(Outcome outcome) {
    return switch (outcome.word()) {
      case "completed" -> GREEN;
      case "failed" -> RED;
      case "timed-out" -> YELLOW;
      case "abandoned" -> MAGENTA;
      default -> DIM;
    };
  }

  String begin() {
    return code.isEmpty() ? "" : ESCAPE + "[" + code + "m";
  }

  String end() {
    return code.isEmpty() ? "" : ESCAPE + "[0m";
  }
}
