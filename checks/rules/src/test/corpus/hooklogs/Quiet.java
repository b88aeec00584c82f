package com.acme.quiet;

import java.util.logging.Logger;

public final class Quiet {
  private static final Logger LOG = Logger.getLogger("quiet");

  public static void main(String[] args) {
    LOG.info("hook is registered");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(Math.log(args.length + 1.0))));
    LOG.fine("registered");
  }
}
