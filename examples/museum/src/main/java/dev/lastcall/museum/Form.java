package dev.lastcall.museum;

/** Which of its two forms a program runs in. */
enum Form {
  NAIVE,
  LASTCALL;

  static Form of(String[] arguments) {
    for (Form form : values()) {
      if (arguments.length == 1 && form.name().equalsIgnoreCase(arguments[0])) {
        return form;
      }
    }
    throw new IllegalArgumentException(
        "form: " + String.join(" ", arguments) + " (expected: naive or lastcall)");
  }
}
