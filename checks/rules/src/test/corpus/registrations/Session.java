class Session {
  private final String user;

  Session(String user) {
    this.user = user;
  }

  void open() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::logout));
  }

  void end() {
    logout();
    Runtime.getRuntime().removeShutdownHook(new Thread(this::logout));
  }

  private void logout() {
    System.err.println(user + " logged out");
  }
}
