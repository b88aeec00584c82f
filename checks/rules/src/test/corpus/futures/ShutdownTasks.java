package com.acme.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

public class ShutdownTasks extends Thread {
  private final List<CompletableFuture<?>> tasks = new ArrayList<>();

  public static ShutdownTasks install() {
    ShutdownTasks tasks = new ShutdownTasks();
    Runtime.getRuntime().addShutdownHook(tasks);
    return tasks;
  }

  public void add(Runnable task) {
    tasks.add(CompletableFuture.runAsync(task, ForkJoinPool.commonPool()));
  }

  @Override
  public void run() {
    tasks.stream().map(CompletableFuture::join).forEach(System.err::println);
  }
}
