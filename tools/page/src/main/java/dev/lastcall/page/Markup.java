package dev.lastcall.page;

/** Text made harmless for the two places of a page that it can stand in. */
final class Markup {
  private Markup() {}

  /** Returns a text for an element or an attribute. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /**
   * Returns a JSON text for a script element: with no character that HTML looks at. They can only
   * stand inside strings, where the escape means the same.
   */
  static String json(String json) {
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
  }
}
