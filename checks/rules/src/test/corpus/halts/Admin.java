package com.acme.admin;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class Admin {
  private final Runtime runtime = Runtime.getRuntime();

  @PostMapping("/restart")
  public String restart() {
    new Thread(() -> quit(17)).start();
    return "restarting";
  }

  private void quit(int status) {
    runtime.halt(status);
  }
}
