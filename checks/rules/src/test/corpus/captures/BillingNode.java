class BillingNode {
  private final AutoCloseable store;

  BillingNode(AutoCloseable store) {
    this.store = store;
  }

  void register() {
    Thread hook =
        new Thread("billing-stop") {
          {
            closeStore();
          }
        };
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void closeStore() {
    try {
      store.close();
    } catch (Exception e) {
      System.err.println("store: " + e);
    }
  }
}
