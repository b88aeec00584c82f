package com.acme.beehive;

import java.util.function.IntConsumer;

public final class Beehive {
  private static final IntConsumer QUIT = Runtime.getRuntime()::halt;

  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("usage: beehive NAME");
      QUIT.accept(64);
    }
    System.out.println(args[0]);
  }
}
