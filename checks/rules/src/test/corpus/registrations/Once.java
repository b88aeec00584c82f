class Once {
  private static final Thread HOOK = Thread.ofVirtual().unstarted(Once::clean);

  static void register() {
    Runtime.getRuntime().addShutdownHook(HOOK);
  }

  static void unregister() {
    Runtime.getRuntime().removeShutdownHook(HOOK);
  }

  static boolean isExiting() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException exiting) {
      return true;
    }
  }

  private static void clean() {
    System.err.println("clean");
  }
}
