package dev.lastcall.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stack frames read back from the text that {@link StackTraceElement#toString()} made of them.
 *
 * <p>What cannot be taken apart is kept whole, so that it prints as it was written.
 */
final class Frames {
  private static final int NATIVE = -2;
  private static final int UNKNOWN = -1;

  private Frames() {}

  static List<StackTraceElement> of(List<String> texts) {
    return texts.stream().map(Frames::of).toList();
  }

  static StackTraceElement of(String text) {
    int bracket = text.lastIndexOf('(');
    int method = text.lastIndexOf('.', bracket);
    if (bracket < 0 || method < 0 || !text.endsWith(")")) {
      return new StackTraceElement(null, null, null, text, "", null, UNKNOWN);
    }
    String owner = text.substring(0, method);
    String name = text.substring(method + 1, bracket);
    String place = text.substring(bracket + 1, text.length() - 1);
    StackTraceElement frame = located(owner, name, place);
    return frame.toString().equals(text)
        ? frame
        : new StackTraceElement(null, null, null, owner, name, place, UNKNOWN);
  }

  private static StackTraceElement located(String owner, String method, String place) {
    if (place.equals("Native Method")) {
      return owned(owner, method, null, NATIVE);
    }
    if (place.equals("Unknown Source")) {
      return owned(owner, method, null, UNKNOWN);
    }
    int colon = place.lastIndexOf(':');
    String digits = place.substring(colon + 1);
    return colon < 0 || !digits.matches("\\d{1,9}")
        ? owned(owner, method, place, UNKNOWN)
        : owned(owner, method, place.substring(0, colon), Integer.parseInt(digits));
  }

  /** Splits {@code loader/module@version/class}, of which the class alone is always there. */
  private static StackTraceElement owned(
      String owner, String method, @Nullable String file, int line) {
    int loaderEnd = owner.indexOf("//");
    if (loaderEnd >= 0) {
      String loader = owner.substring(0, loaderEnd);
      return new StackTraceElement(
          loader, null, null, owner.substring(loaderEnd + 2), method, file, line);
    }
    String[] parts = owner.split("/", 3);
    boolean loader = parts.length == 3;
    if (parts.length == 1 || parts[0].contains("$$Lambda")) {
      return new StackTraceElement(null, null, null, owner, method, file, line);
    }
    String module = parts[loader ? 1 : 0];
    int at = module.indexOf('@');
    return new StackTraceElement(
        loader ? parts[0] : null,
        at < 0 ? module : module.substring(0, at),
        at < 0 ? null : module.substring(at + 1),
        parts[parts.length - 1],
        method,
        file,
        line);
  }
}
