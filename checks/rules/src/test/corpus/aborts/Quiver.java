package com.acme.quiver;

import jakarta.annotation.PreDestroy;
import java.util.List;

public class Quiver {
  interface Arrow {
    void release();
  }

  private final List<Arrow> arrows;
  private final Runnable last;

  public Quiver(List<Arrow> arrows, Runnable last) {
    this.arrows = arrows;
    this.last = last;
  }

  @PreDestroy
  void empty() {
    arrows.forEach(Arrow::release);
    last.run();
  }
}
