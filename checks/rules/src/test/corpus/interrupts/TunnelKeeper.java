import org.apache.zookeeper.ZooKeeper;

class TunnelKeeper {
  private final ZooKeeper session;

  TunnelKeeper(ZooKeeper session) {
    this.session = session;
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "tunnel-leave"));
  }

  private void leave() {
    closeSession();
    System.err.println("left");
  }

  private void closeSession() {
    try {
      session.close();
    } catch (Exception e) {
      System.err.println("session: " + e);
    }
  }
}
