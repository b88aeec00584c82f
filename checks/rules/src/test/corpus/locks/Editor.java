package com.acme.editor;

import com.google.common.util.concurrent.Monitor;
import java.util.concurrent.TimeUnit;

public class Editor {
  private final Monitor monitor = new Monitor();
  private String text = "";

  public void type(String more) {
    boolean in = false;
    try {
      in = monitor.enter(1, TimeUnit.SECONDS);
      if (in) {
        text += more;
      }
    } finally {
      monitor.leave();
    }
  }

  public String text() {
    monitor.enter();
    try {
      return text;
    } finally {
      monitor.leave();
    }
  }
}
