package dev.lastcall.orders;

/** Which of the two ways to end the demo shows. */
public enum ExitForm {
  /** With Lastcall. */
  LASTCALL("lastcall", "with Lastcall", OrdersWithLastcall.class.getName(), "service-logback.xml"),
  /** With a shutdown hook for each part. */
  NAIVE(
      "naive", "with shutdown hooks", OrdersWithShutdownHooks.class.getName(), "hooks-logback.xml");

  private final String label;
  private final String words;
  private final String mainClass;
  private final String logConfiguration;

  ExitForm(String label, String words, String mainClass, String logConfiguration) {
    this.label = label;
    this.words = words;
    this.mainClass = mainClass;
    this.logConfiguration = logConfiguration;
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

  String logConfiguration() {
    return logConfiguration;
  }
}
