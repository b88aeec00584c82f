package com.acme.prompt;

import java.util.ArrayList;
import java.util.List;

public final class Prompt {
  private final List<String> lines = new ArrayList<>();

  public Prompt() {
    lines.add("welcome");
    List<String> seen = lines;
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(seen.size() + " lines")));
  }

  public void type(String line) {
    lines.add(line);
  }
}
