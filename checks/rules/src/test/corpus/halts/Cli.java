package com.acme.cli;

public final class Cli {
  public static void main(String[] args) {
    int code = args.length == 0 ? 64 : run(args);
    if (code != 0) {
      Runtime.getRuntime().halt(code);
    }
  }

  private static int run(String[] args) {
    System.out.println(String.join(" ", args));
    return 0;
  }
}
