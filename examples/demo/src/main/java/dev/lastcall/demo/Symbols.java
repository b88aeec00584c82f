package dev.lastcall.demo;

/** Signs that not every terminal can show. Stateless. */
final class Symbols {
  private Symbols() {}

  /** Replaces them where only ASCII can be shown. */
  static String fit(String text, boolean unicode) {
    return unicode
        ? text
        : text.replace(" ·", ",")
            .replace("✔ ", "")
            .replace("✘ ", "")
            .replace("✓", "ok")
            .replace("▸", "...")
            .replace("○", "-");
  }
}
