package dev.lastcall.orders;

/** Which of the two ways to end the demo shows. */
public enum ExitForm {
  /** With Lastcall. */
  LASTCALL("lastcall", "with Lastcall", OrdersWithLastcall.class.getName()),
  /** With a shutdown hook for each part. */
  NAIVE("naive", "with shutdown hooks", OrdersWithShutdownHooks.class.getName());

  private final String label;
  private final String words;
  private final String mainClass;

  ExitForm(String label, String words, String mainClass) {
    this.label = label;
    this.words = words;
    this.mainClass = mainClass;
  }

  /** {@return the form as one lower-case word} */
  public String label() {
    return label;
  }

  /** {@return the form in words, such as {@code with Lastcall}} */
  public String words() {
    return words;
  }

  String mainClass() {
    return mainClass;
  }
}
