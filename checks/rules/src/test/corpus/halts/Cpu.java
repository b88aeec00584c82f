package com.acme.cpu;

import java.util.ArrayDeque;
import java.util.Deque;

public final class Cpu {
  private final Deque<Integer> stack = new ArrayDeque<>();
  private boolean halted;

  public void step(int opcode) {
    switch (opcode) {
      case 0 -> halt(0);
      case 1 -> stack.push(1);
      default -> stack.pop();
    }
  }

  private void halt(int code) {
    halted = true;
    stack.push(code);
  }

  public boolean halted() {
    return halted;
  }
}
