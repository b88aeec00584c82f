class Injected {
  private Mailer mailer = new Mailer();

  void setMailer(Mailer mailer) {
    this.mailer = mailer;
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(mailer::stop, "mailer-stop"));
  }

  static class Mailer {
    void stop() {}
  }
}
