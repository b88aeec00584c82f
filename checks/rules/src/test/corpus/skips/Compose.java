package com.acme.compose;

import java.io.PrintWriter;

public final class Compose {
  public static void main(String[] args) throws Exception {
    int code;
    try (PrintWriter out = new PrintWriter("compose.log")) {
      code = new Compose().run(args, out);
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  private int run(String[] args, PrintWriter out) {
    for (String arg : args) {
      out.println(arg);
      if (arg.equals("stop")) {
        return 3;
      }
    }
    return 0;
  }
}
