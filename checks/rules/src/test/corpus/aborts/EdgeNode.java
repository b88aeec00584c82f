package com.example.edge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.util.logging.Level;
import java.util.logging.Logger;

public class EdgeNode {
  private static final Logger LOG = Logger.getLogger("edge");
  private final Selector selector;
  private final FileChannel spool;

  public EdgeNode(Selector selector, FileChannel spool) {
    this.selector = selector;
    this.spool = spool;
  }

  public void start() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        selector.close();
        spool.close();
      } catch (IOException e) {
        e.printStackTrace();
      }
    }));
  }

  public void restart() {
    try {
      selector.wakeup();
      spool.force(true);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "spool", e);
    }
  }
}
