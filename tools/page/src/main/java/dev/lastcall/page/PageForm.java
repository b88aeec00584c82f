package dev.lastcall.page;

import dev.lastcall.api.Arguments;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an HTML page that needs nothing else: template, style, chart library and our own
 * script, under a content security policy that lets no other script run.
 *
 * @param template the name of the HTML resource
 * @param scripts the names of the script resources, in order
 */
record PageForm(String template, List<String> scripts) {
  /**
   * Writes a page.
   *
   * @param title what the page is called, as others wrote it
   * @param data the JSON that the script works on
   * @param values what else the template asks for, ready for HTML
   */
  void write(String title, String data, Map<String, String> values, Appendable out)
      throws IOException {
    String charts = resource("echarts.min.js");
    String script = script();
    Map<String, String> all = new HashMap<>(values);
    all.put("policy", policy(charts, script));
    all.put("title", Markup.text(title));
    all.put("style", resource("page.css"));
    all.put("data", Markup.json(data));
    all.put("charts", charts);
    all.put("script", script);
    new Template(resource(template)).fill(all, out);
  }

  /** Returns the parts of our own script as one, in a scope of their own. */
  private String script() throws IOException {
    StringBuilder script = new StringBuilder("(() => {");
    for (String part : scripts) {
      script.append(resource(part));
    }
    return script.append("})();").toString();
  }

  /** Allows the two scripts of the page and nothing else: no connection, no frame, no form. */
  private static String policy(String... scripts) {
    StringBuilder policy = new StringBuilder("default-src 'none'; img-src data: blob:; script-src");
    for (String script : scripts) {
      policy.append(" 'sha256-").append(digest(script)).append('\'');
    }
    return policy
        .append("; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
        .toString();
  }

  private static String digest(String script) {
    try {
      byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PageForm.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(Arguments.text("resource", name, "inside the jar"));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
