package com.acme.heap;

public final class Heap implements Thread.UncaughtExceptionHandler {
  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (failure instanceof VirtualMachineError) {
      Runtime.getRuntime().halt(99);
    }
    failure.printStackTrace();
  }
}
