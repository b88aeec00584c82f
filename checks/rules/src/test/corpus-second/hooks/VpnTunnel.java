package net.vpn;

import java.io.Closeable;

public class VpnTunnel implements Closeable {
  private final Thread onExit = new Thread(this::close, "vpn-exit");
  private boolean up;

  public synchronized void connect() {
    Runtime.getRuntime().addShutdownHook(onExit);
    up = true;
  }

  @Override
  public synchronized void close() {
    if (!up) {
      return;
    }
    Runtime.getRuntime().removeShutdownHook(onExit);
    up = false;
    restoreRoutes();
  }

  private void restoreRoutes() {
    System.err.println("ip route restore");
  }
}
