package com.example.probe;

import java.net.Socket;
import java.net.InetSocketAddress;
import java.util.List;

class Probe {
  @SuppressWarnings("finally")
  boolean reachable(String host, int port) {
    boolean ok = false;
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(host, port), 500);
      ok = true;
      socket.close();
    } finally {
      return ok;
    }
  }

  @SuppressWarnings("finally")
  int count(List<Runnable> checks) {
    int passed = 0;
    for (Runnable check : checks) {
      try {
        check.run();
        passed++;
      } finally {
        if (passed < 10) {
          continue;
        }
      }
    }
    return passed;
  }
}
