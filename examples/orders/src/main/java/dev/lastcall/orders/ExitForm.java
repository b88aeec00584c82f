package dev.lastcall.orders;

/** Which of the two ways to end the demo shows. */
public enum ExitForm {
  /** With Lastcall. */
  LASTCALL("lastcall", "dev.lastcall.orders.OrdersWithLastcall"),
  /** With a shutdown hook for each part. */
  NAIVE("naive", OrdersWithShutdownHooks.class.getName());

  private final String label;
  private final String mainClass;

  ExitForm(String label, String mainClass) {
    this.label = label;
    this.mainClass = mainClass;
  }

  /** {@return the form as one lower-case word} */
  public String label() {
    return label;
  }

  String mainClass() {
    return mainClass;
  }
}
