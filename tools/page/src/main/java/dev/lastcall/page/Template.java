package dev.lastcall.page;

import dev.lastcall.api.Arguments;
import java.io.IOException;
import java.util.Map;

/**
 * A text with places to fill, each written as <code>{{name}}</code>.
 *
 * <p>What is filled in is not looked at again, so that no value can hold a place.
 *
 * @param text the text
 */
record Template(String text) {
  void fill(Map<String, String> values, Appendable out) throws IOException {
    int from = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
      int close = text.indexOf("}}", open);
      String name = text.substring(open + 2, close);
      out.append(text, from, open).append(Arguments.given(name, values.get(name)));
      from = close + 2;
    }
    out.append(text, from, text.length());
  }
}
