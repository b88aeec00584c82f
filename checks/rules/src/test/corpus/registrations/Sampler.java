class Sampler {
  void arm(Runnable dump) {
    Thread dumper = new Thread(dump, "dump");
    dumper.setDaemon(true);
    dumper.start();
    try {
      Runtime.getRuntime().addShutdownHook(dumper);
    } catch (SecurityException e) {
      System.err.println("no hook: " + e);
    }
  }

  void armBuilt(Runnable dump) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("dump").start(dump));
  }
}
