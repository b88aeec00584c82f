class Pinger extends Thread {
  private final Runnable ping;

  Pinger(Runnable ping) {
    super("pinger");
    this.ping = ping;
    start();
    Runtime.getRuntime().addShutdownHook(this);
  }

  @Override
  public void run() {
    ping.run();
  }
}
